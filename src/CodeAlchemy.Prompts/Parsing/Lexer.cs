namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Splits a template into text, code blocks and escape blocks and applies white-space control.</summary>
internal sealed class Lexer(TemplateSource source, Diagnostics diagnostics)
{
    private readonly string _text = source.Text;
    private readonly List<Token> _tokens = [];
    private int _position;
    private char _trimNext;

    public List<Token> Run()
    {
        if (_text.IndexOf('\0') is var nul and >= 0)
        {
            diagnostics.Unsupported(nul, 1, "A template can't hold the character NUL.", "Remove it; write \"\\0\" in a string if it is meant.");
            return [new Token(TokenKind.End, "", _text.Length, 0)];
        }

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
        var level = -1;
        while (_position < _text.Length && (level = OpeningLevel()) < 0)
        {
            var next = _text.AsSpan(_position + 1).IndexOf('{');
            _position = next < 0 ? _text.Length : _position + 1 + next;
        }

        var behind = _position + level + 2;
        var control = level >= 0 && behind < _text.Length ? _text[behind] : '\0';
        AddText(start, WhiteSpace.Trim(_text.AsSpan(start, _position - start), _trimNext, control));
        _trimNext = '\0';
    }

    private void AddText(int start, Range range)
    {
        var (offset, length) = range.GetOffsetAndLength(_position - start);
        if (length > 0)
        {
            _tokens.Add(new Token(TokenKind.Text, _text.Substring(start + offset, length), start + offset, length));
        }
    }

    private void LexBlock()
    {
        var level = OpeningLevel();
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
        content += content < _text.Length && _text[content] is '-' or '~' ? 1 : 0;
        var close = "}" + new string('%', level) + "}";
        var end = content <= _text.Length ? _text.IndexOf(close, content, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            diagnostics.Syntax(start, level + 2, $"The escape block `{{{new string('%', level)}{{` is not closed.", $"Close it with `{close}`.");
            _position = _text.Length;
            return;
        }

        _trimNext = end > content && _text[end - 1] is '-' or '~' ? _text[end - 1] : '\0';
        var last = _trimNext == '\0' ? end : end - 1;
        _tokens.Add(new Token(TokenKind.Escape, _text[content..last], content, last - content));
        _position = end + close.Length;
    }

    // 0 for a code block, the number of percent signs for an escape block, -1 for neither.
    private int OpeningLevel()
    {
        if (_text[_position] != '{')
        {
            return -1;
        }

        var end = _position + 1;
        while (end < _text.Length && _text[end] == '%')
        {
            end++;
        }

        return end < _text.Length && _text[end] == '{' ? end - _position - 1 : -1;
    }
}
