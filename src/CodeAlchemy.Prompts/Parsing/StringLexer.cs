using System.Globalization;
using System.Text;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Reads the text of a string: quoted, verbatim or interpolated.</summary>
internal sealed class StringLexer(CharReader reader, Diagnostics diagnostics)
{
    private readonly StringBuilder _value = new();

    /// <summary>Reads from the opening quote behind the closing one.</summary>
    public string Read()
    {
        var quote = reader.Current;
        var start = reader.Position++;
        if (quote == '`')
        {
            ReadVerbatim(start);
        }
        else
        {
            ReadUntil(start, quote, interpolated: false, out _);
        }

        return _value.ToString();
    }

    /// <summary>Reads the text of an interpolated string up to its end or its next expression, and behind that character.</summary>
    public string ReadInterpolated(char quote, out bool opened)
    {
        ReadUntil(reader.Position - 1, quote, interpolated: true, out opened);
        return _value.ToString();
    }

    private void ReadUntil(int start, char quote, bool interpolated, out bool opened)
    {
        opened = false;
        while (!reader.AtEnd && reader.Current != quote)
        {
            if (interpolated && reader.Current == '{')
            {
                opened = true;
                break;
            }

            ReadCharacter(interpolated);
        }

        if (reader.AtEnd)
        {
            diagnostics.Syntax(start, 1, $"The string is not closed with {quote}.", $"Close it with {quote}; write \\{quote} for a quote in it.");
            return;
        }

        reader.Position++;
    }

    private void ReadCharacter(bool interpolated)
    {
        if (reader.Current != '\\')
        {
            _value.Append(reader.Current);
            reader.Position++;
            return;
        }

        var start = reader.Position++;
        var escape = reader.Current;
        reader.Position++;
        switch (escape)
        {
            case '\n':
                break;
            case '\r' when reader.Current == '\n':
                reader.Position++;
                break;
            case 'u':
                ReadCode(start, 4);
                break;
            case 'x':
                ReadCode(start, 2);
                break;
            default:
                ReadNamed(start, escape, interpolated);
                break;
        }
    }

    private void ReadNamed(int start, char escape, bool interpolated)
    {
        const string names = "0'\"\\bfnrtv{";
        const string values = "\0'\"\\\b\f\n\r\t\v{";
        var index = names.IndexOf(escape);
        if (index < 0 || (escape == '{' && !interpolated))
        {
            diagnostics.Syntax(start, 2, $"`\\{escape}` is not an escape in a string.", "Write \\\\ for a backslash; known are \\0 \\' \\\" \\\\ \\b \\f \\n \\r \\t \\v \\xHH \\uHHHH.");
            return;
        }

        _value.Append(values[index]);
    }

    private void ReadCode(int start, int digits)
    {
        var end = reader.Position + digits;
        if (end > reader.Text.Length || !int.TryParse(reader.Text.AsSpan(reader.Position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            diagnostics.Syntax(start, 2, $"`\\{(digits == 4 ? "u" : "x")}` needs {digits} hexadecimal digits.", "Write for example \\x41 or \\u0041.");
            return;
        }

        _value.Append((char)code);
        reader.Position = end;
    }

    private void ReadVerbatim(int start)
    {
        while (!reader.AtEnd && (reader.Current != '`' || reader.Peek(1) == '`'))
        {
            _value.Append(reader.Current);
            reader.Position += reader.Current == '`' ? 2 : 1;
        }

        if (reader.AtEnd)
        {
            diagnostics.Syntax(start, 1, "The string is not closed with `.", "Close it with `; write `` for a back quote in it.");
            return;
        }

        reader.Position++;
    }
}
