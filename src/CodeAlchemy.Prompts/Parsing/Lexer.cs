using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Splits a template into text, code blocks and escape blocks and applies white-space control.</summary>
internal sealed class Lexer(TemplateSource source, List<Diagnostic> diagnostics)
{
    private readonly string _text = source.Text;
    private readonly List<Token> _tokens = [];
    private int _position;
    private char _trimNext;

    public List<Token> Run()
    {
        while (_position < _text.Length)
        {
            LexText();
            if (_position < _text.Length)
            {
                LexBlock();
            }
        }

        _tokens.Add(new Token(TokenKind.End, "", _text.Length, 0));
        return _tokens;
    }

    private void LexText()
    {
        var start = _position;
        while (_position < _text.Length && !At("{{") && EscapeLevel() == 0)
        {
            _position++;
        }

        var trimEnd = At("{{") && _position + 2 < _text.Length ? _text[_position + 2] : '\0';
        AddText(WhiteSpace.Trim(_text.AsSpan(start, _position - start), _trimNext, trimEnd), start);
        _trimNext = '\0';
    }

    private void LexBlock()
    {
        var level = EscapeLevel();
        if (level > 0)
        {
            LexEscape(level);
            return;
        }

        new CodeLexer(source, diagnostics, _tokens).Run(ref _position, out _trimNext);
    }

    private void LexEscape(int level)
    {
        var start = _position;
        var content = start + level + 2;
        var close = "}" + new string('%', level) + "}";
        var end = _text.IndexOf(close, content, StringComparison.Ordinal);
        if (end < 0)
        {
            var opening = "{" + new string('%', level) + "{";
            diagnostics.Add(new Diagnostic(
                "template-syntax", DiagnosticSeverity.Error, $"The escape block `{opening}` is not closed.",
                source.Locate(start, level + 2), $"Close it with `{close}`."));
            _position = _text.Length;
            return;
        }

        AddText(_text.AsSpan(content, end - content), content);
        _position = end + close.Length;
    }

    private int EscapeLevel()
    {
        if (!At("{%"))
        {
            return 0;
        }

        var end = _position + 1;
        while (end < _text.Length && _text[end] == '%')
        {
            end++;
        }

        return end < _text.Length && _text[end] == '{' ? end - _position - 1 : 0;
    }

    private bool At(string expected) => string.CompareOrdinal(_text, _position, expected, 0, expected.Length) == 0;

    private void AddText(ReadOnlySpan<char> text, int offset)
    {
        if (!text.IsEmpty)
        {
            _tokens.Add(new Token(TokenKind.Text, text.ToString(), offset, text.Length));
        }
    }
}
