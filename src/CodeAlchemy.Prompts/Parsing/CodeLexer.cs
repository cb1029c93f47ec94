namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Splits one code block, from its opening to its closing braces.</summary>
internal sealed class CodeLexer(TemplateSource source, Diagnostics diagnostics, List<Token> tokens)
{
    private static readonly string[] Symbols =
    [
        "..<", "...", "//=", "^^", "*=", "//", "/=", "++", "+=", "--", "-=", "%=", "&&", "??", "?.", "?!", "||", "|>", "..",
        "!=", "==", "<=", "<<", ">=", ">>", ";", ":", "@", "^", "*", "/", "+", "-", "%", ",", "&", "?", "|", ".", "!", "=", "<", ">", "(", ")", "[", "]",
    ];

    private readonly CharReader _reader = new(source.Text);
    private readonly Stack<char> _quotes = new();
    private int _braces;

    /// <summary>Lexes the block that starts at <paramref name="position"/> and moves behind it.</summary>
    public void Run(ref int position, out char trimNext)
    {
        var start = position;
        _reader.Position = start + 2;
        if (_reader.Current is '-' or '~')
        {
            _reader.Position++;
        }

        tokens.Add(new Token(TokenKind.CodeEnter, "{{", start, _reader.Position - start));
        trimNext = '\0';
        while (!_reader.AtEnd && !AtExit(out trimNext))
        {
            LexToken();
        }

        var closed = !_reader.AtEnd;
        if (closed)
        {
            var width = trimNext == '\0' ? 2 : 3;
            tokens.Add(new Token(TokenKind.CodeExit, "}}", _reader.Position, width));
            _reader.Position += width;
        }
        else
        {
            diagnostics.Syntax(start, 2, "The code block is not closed.", "Close it with `}}`; write `{%{ {{ }%}` for braces that are meant as text.");
        }

        position = _reader.Position;
    }

    // Open braces and interpolations have to be closed first: `}}` may close two objects.
    private bool AtExit(out char trim)
    {
        trim = '\0';
        if (_braces > 0 || _quotes.Count > 0)
        {
            return false;
        }

        var ahead = _reader.Current is '-' or '~' ? 1 : 0;
        var exit = _reader.Peek(ahead) == '}' && _reader.Peek(ahead + 1) == '}';
        trim = exit && ahead == 1 ? _reader.Current : '\0';
        return exit;
    }

    private void LexToken()
    {
        var start = _reader.Position;
        switch (_reader.Current)
        {
            case '\n' or '\r':
                LexLineEnd(start);
                return;
            case '#':
                SkipComment();
                return;
            case '"' or '\'' or '`':
                Add(TokenKind.String, start, new StringLexer(_reader, diagnostics).Read());
                return;
            case '$' when _reader.Peek(1) is '"' or '\'':
                LexInterpolation(start);
                return;
            case '{':
                _braces++;
                _reader.Position++;
                Add(TokenKind.Symbol, start);
                return;
            case '}':
                LexCloseBrace(start);
                return;
            case var c when char.IsWhiteSpace(c):
                _reader.Skip(x => char.IsWhiteSpace(x) && x != '\n');
                return;
            case var c when c is '$' or '_' || char.IsLetter(c):
                LexName(start);
                return;
            case var c when char.IsDigit(c):
                Add(new NumberLexer(_reader, diagnostics).Read(), start);
                return;
            default:
                LexSymbol(start);
                return;
        }
    }

    private void LexLineEnd(int start)
    {
        _reader.Skip(char.IsWhiteSpace);
        Add(TokenKind.NewLine, start);
    }

    private void LexName(int start)
    {
        var special = _reader.Current == '$';
        _reader.Position++;
        if (special && _reader.Current == '$')
        {
            _reader.Position++;
        }
        else
        {
            _reader.Skip(CharReader.IsNamePart);
        }

        Add(special ? TokenKind.Special : TokenKind.Identifier, start);
    }

    private void LexInterpolation(int start)
    {
        _reader.Position++;
        var quote = _reader.Current;
        _quotes.Push(quote);
        Add(TokenKind.InterpolationStart, start);
        LexInterpolationText(quote);
    }

    private void LexInterpolationText(char quote)
    {
        var start = _reader.Position;
        _reader.Position++;
        var text = new StringLexer(_reader, diagnostics).ReadInterpolated(quote, out var opened);
        Add(TokenKind.InterpolationText, start, text);
        if (opened)
        {
            Add(TokenKind.InterpolationOpen, _reader.Position - 1);
            return;
        }

        _quotes.Pop();
        Add(TokenKind.InterpolationEnd, _reader.Position);
    }

    private void LexCloseBrace(int start)
    {
        if (_quotes.Count > 0)
        {
            tokens.Add(new Token(TokenKind.InterpolationClose, "}", start, 1));
            LexInterpolationText(_quotes.Peek());
            return;
        }

        _reader.Position++;
        if (_braces == 0)
        {
            diagnostics.Syntax(start, 1, "There is no `{` for this `}`.", "Remove it, or close the code block with `}}`.");
        }

        _braces = Math.Max(0, _braces - 1);
        Add(TokenKind.Symbol, start);
    }

    private void LexSymbol(int start)
    {
        var known = Array.Find(Symbols, s => string.CompareOrdinal(source.Text, start, s, 0, s.Length) == 0);
        _reader.Position += known?.Length ?? (char.IsHighSurrogate(_reader.Current) ? 2 : 1);
        if (known is null)
        {
            _reader.Position = Math.Min(_reader.Position, source.Text.Length);
            diagnostics.Syntax(start, _reader.Position - start, $"`{source.Text[start.._reader.Position]}` has no meaning here.", "Remove it, or put text in quotes.");
        }

        Add(known is null ? TokenKind.Invalid : TokenKind.Symbol, start);
    }

    private void SkipComment()
    {
        var several = _reader.Peek(1) == '#';
        _reader.Position += several ? 2 : 1;
        while (!_reader.AtEnd && !AtExit(out _))
        {
            if (several ? _reader.Current == '#' && _reader.Peek(1) == '#' : _reader.Current is '\r' or '\n')
            {
                _reader.Position += several ? 2 : 0;
                return;
            }

            _reader.Position++;
        }
    }

    private void Add(TokenKind kind, int start, string? value = null)
    {
        _reader.Position = Math.Min(_reader.Position, source.Text.Length);
        start = Math.Min(start, _reader.Position);
        tokens.Add(new Token(kind, value ?? source.Text[start.._reader.Position], start, _reader.Position - start));
    }
}
