namespace CodeAlchemy.Prompts.Parsing;

/// <summary>The position among the tokens of a template. Inside brackets line ends don't count.</summary>
internal sealed class TokenReader(TemplateSource source, List<Token> tokens, Diagnostics diagnostics)
{
    private int _index;
    private int _hideLines;

    public Token Current => tokens[_index];

    /// <summary>The visible token behind the current one.</summary>
    public Token Peek
    {
        get
        {
            var index = _index + 1;
            while (index < tokens.Count - 1 && Hidden(tokens[index]))
            {
                index++;
            }

            return tokens[Math.Min(index, tokens.Count - 1)];
        }
    }

    /// <summary>Whether white space stands right before the current token.</summary>
    public bool AfterSpace => Current.Offset > 0 && char.IsWhiteSpace(source.Text[Current.Offset - 1]);

    public TemplateSource Source => source;

    public void Next()
    {
        if (_index < tokens.Count - 1)
        {
            _index++;
        }

        while (_index < tokens.Count - 1 && Hidden(Current))
        {
            _index++;
        }
    }

    /// <summary>Hides line ends (1) or shows them again (−1), from the next token on.</summary>
    public void HideLines(int change) => _hideLines += change;

    public bool Accept(string symbol)
    {
        if (!Current.Is(symbol))
        {
            return false;
        }

        Next();
        return true;
    }

    public void Expect(string symbol, string remedy)
    {
        if (!Accept(symbol))
        {
            throw Unexpected($"`{symbol}` is expected instead of {Describe(Current)}.", remedy);
        }
    }

    public Span SpanOf(Token token) => new(source, token.Offset, token.Length);

    /// <summary>From the start of a token to the end of the one before the current.</summary>
    public Span Since(Token start) => Since(start.Offset);

    /// <summary>From an offset to the end of the token before the current.</summary>
    public Span Since(int start)
    {
        var last = _index > 0 ? tokens[_index - 1] : Current;
        return new Span(source, start, Math.Max(1, last.Offset + last.Length - start));
    }

    /// <summary>Reports what Scriban refuses too.</summary>
    public void Report(Span span, string message, string remedy) => diagnostics.Syntax(span.Offset, span.Length, message, remedy);

    /// <summary>Reports and leaves the statement.</summary>
    public SyntaxException Unexpected(string message, string remedy)
    {
        if (Current.Kind != TokenKind.Invalid)
        {
            diagnostics.Syntax(Current.Offset, Math.Max(1, Current.Length), message, remedy);
        }

        return new SyntaxException();
    }

    /// <summary>Reports what this renderer refuses and leaves the statement.</summary>
    public SyntaxException Unsupported(Span span, string message, string remedy)
    {
        diagnostics.Unsupported(span.Offset, span.Length, message, remedy);
        return new SyntaxException();
    }

    /// <summary>Goes to the end of the statement, so that what follows can be read.</summary>
    public void Recover()
    {
        _hideLines = 0;
        while (Current.Kind is not (TokenKind.End or TokenKind.CodeExit or TokenKind.NewLine) && !Current.Is(";"))
        {
            _index++;
        }
    }

    public static string Describe(Token token) => token.Kind switch
    {
        TokenKind.End => "the end of the template",
        TokenKind.CodeExit => "the end of the code block",
        TokenKind.NewLine => "the end of the line",
        TokenKind.Text or TokenKind.CodeEnter or TokenKind.Escape => "text",
        TokenKind.String or TokenKind.InterpolationStart => "a string",
        _ => $"`{token.Text}`",
    };

    private bool Hidden(Token token) => token.Kind == TokenKind.NewLine && _hideLines > 0;
}
