using System.Buffers;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Splits one code block, from its opening to its closing braces.</summary>
internal sealed class CodeLexer(TemplateSource source, List<Diagnostic> diagnostics, List<Token> tokens)
{
    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\r\n");
    private static readonly string[] Operators =
        ["??", "&&", "||", "==", "!=", "<=", ">=", "|>", "..<", "..", "?.", "//", "<<", ">>", "++", "--", "@", "^^"];

    private readonly string _text = source.Text;
    private int _position;

    /// <summary>Lexes the block that starts at <paramref name="position"/> and moves behind it.</summary>
    public void Run(ref int position, out char trimNext)
    {
        var start = position;
        _position = start + 2;
        if (Current is '-' or '~')
        {
            _position++;
        }

        tokens.Add(new Token(TokenKind.CodeEnter, "{{", start, _position - start));
        var closed = LexCode(out trimNext);
        position = _position;
        if (!closed)
        {
            Error("template-syntax", "The code block is not closed.", start, 2, "Close it with `}}`; write `{%{ {{ }%}` for braces that are meant as text.");
        }
    }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    private bool LexCode(out char trimNext)
    {
        while (_position < _text.Length)
        {
            if (AtExit(out trimNext))
            {
                return true;
            }

            LexToken();
        }

        trimNext = '\0';
        return false;
    }

    private bool AtExit(out char trim)
    {
        trim = Current is '-' or '~' ? Current : '\0';
        var width = trim == '\0' ? 2 : 3;
        if (string.CompareOrdinal(_text, _position + width - 2, "}}", 0, 2) != 0)
        {
            return false;
        }

        tokens.Add(new Token(TokenKind.CodeExit, "}}", _position, width));
        _position += width;
        return true;
    }

    private void LexToken()
    {
        var start = _position;
        switch (Current)
        {
            case '#':
                SkipComment();
                return;
            case var c when Spaces.Contains(c):
                LexSpaces();
                return;
            case ';':
                _position++;
                Add(TokenKind.Separator, start);
                return;
            case '.' when !char.IsAsciiDigit(Peek(1)) && Peek(1) != '.':
                _position++;
                Add(TokenKind.Dot, start);
                return;
            case '"' or '\'' or '`':
                LexString();
                return;
            case var c when char.IsAsciiDigit(c):
                SkipWhile(char.IsAsciiLetterOrDigit);
                Add(TokenKind.Number, start);
                return;
            case var c when IsNameStart(c):
                SkipWhile(IsNamePart);
                Add(TokenKind.Identifier, start);
                return;
            default:
                LexOperator();
                return;
        }
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or '$';

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$';

    private char Peek(int ahead) => _position + ahead < _text.Length ? _text[_position + ahead] : '\0';

    private void LexSpaces()
    {
        var start = _position;
        SkipWhile(Spaces.Contains);
        if (_text.AsSpan(start, _position - start).Contains('\n'))
        {
            Add(TokenKind.Separator, start);
        }
    }

    private void LexString()
    {
        var start = _position;
        var quote = Current;
        _position++;
        while (_position < _text.Length && Current != quote)
        {
            _position += Current == '\\' && quote != '`' ? 2 : 1;
        }

        _position = Math.Min(_position + 1, _text.Length);
        Add(TokenKind.String, start);
    }

    private void LexOperator()
    {
        var start = _position;
        var known = Operators.FirstOrDefault(o => string.CompareOrdinal(_text, start, o, 0, o.Length) == 0);
        _position += known?.Length ?? (char.IsHighSurrogate(Current) ? 2 : 1);
        _position = Math.Min(_position, _text.Length);
        Add(TokenKind.Operator, start);
    }

    private void SkipComment()
    {
        var start = _position;
        if (Peek(1) == '#')
        {
            var end = _text.IndexOf("##", start + 2, StringComparison.Ordinal);
            _position = end < 0 ? _text.Length : end + 2;
            return;
        }

        while (_position < _text.Length && Current != '\n' && !ExitAhead())
        {
            _position++;
        }

        if (Current == '\n')
        {
            Error("template-syntax", "A comment that starts with `#` ends at the end of its line.", start, 1, "Write `{{## … ##}}` for a comment of several lines.");
        }
    }

    private bool ExitAhead()
    {
        var at = Current is '-' or '~' ? _position + 1 : _position;
        return string.CompareOrdinal(_text, at, "}}", 0, 2) == 0;
    }

    private void SkipWhile(Func<char, bool> accepts)
    {
        while (_position < _text.Length && accepts(_text[_position]))
        {
            _position++;
        }
    }

    private void Add(TokenKind kind, int start) =>
        tokens.Add(new Token(kind, _text[start.._position], start, _position - start));

    private void Error(string code, string message, int offset, int length, string remedy) =>
        diagnostics.Add(new Diagnostic(code, DiagnosticSeverity.Error, message, source.Locate(offset, length), remedy));
}
