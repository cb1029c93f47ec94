using System.Text;
using CodeAlchemy.LanguageServer.Protocol;

namespace CodeAlchemy.LanguageServer.Documents;

/// <summary>Takes positions of a text to offsets in it and back. Lines end with LF, CR LF or CR. Immutable.</summary>
internal sealed class LineIndex
{
    private readonly string _text;
    private readonly PositionEncoding _encoding;
    private readonly List<int> _starts = [0];

    public LineIndex(string text, PositionEncoding encoding)
    {
        (_text, _encoding) = (text, encoding);
        for (var at = text.AsSpan().IndexOfAny('\n', '\r'); at >= 0;)
        {
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            _starts.Add(at);
            var next = text.AsSpan(at).IndexOfAny('\n', '\r');
            at = next < 0 ? -1 : at + next;
        }
    }

    /// <summary>Number of lines, at least 1.</summary>
    public int Count => _starts.Count;

    /// <summary>A line, from 0, without its end; empty outside the text.</summary>
    public ReadOnlySpan<char> Line(int line)
    {
        if (line < 0 || line >= _starts.Count)
        {
            return [];
        }

        var end = line + 1 < _starts.Count ? _starts[line + 1] : _text.Length;
        return _text.AsSpan(_starts[line], end - _starts[line]).TrimEnd("\r\n");
    }

    /// <summary>The offset of a position in UTF-16 units; what lies outside its line or the text is taken to the nearest that doesn't.</summary>
    public int OffsetOf(Position position)
    {
        if (position.Line < 0)
        {
            return 0;
        }

        if (position.Line >= _starts.Count)
        {
            return _text.Length;
        }

        return _starts[position.Line] + Utf16(Line(position.Line), position.Character);
    }

    /// <summary>The position of an offset in UTF-16 units.</summary>
    public Position PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, _text.Length);
        var line = _starts.BinarySearch(offset);
        line = line < 0 ? ~line - 1 : line;
        return new Position(line, Units(_text.AsSpan(_starts[line], offset - _starts[line])));
    }

    /// <summary>Column in units of the encoding for one in UTF-16 units, and the other way round.</summary>
    public Position FromUtf16(int line, int column) => new(line, Units(Line(line)[..Math.Clamp(column, 0, Line(line).Length)]));

    /// <summary>Column in UTF-16 units of a position.</summary>
    public int Utf16Column(Position position) => Utf16(Line(position.Line), position.Character);

    /// <summary>The position behind the last character of a line, from 0.</summary>
    public Position EndOf(int line) => new(line, Units(Line(line)));

    private int Units(ReadOnlySpan<char> text) => _encoding == PositionEncoding.Utf16 ? text.Length : Encoding.UTF8.GetByteCount(text);

    private int Utf16(ReadOnlySpan<char> line, int units)
    {
        if (_encoding == PositionEncoding.Utf16)
        {
            return Math.Clamp(units, 0, line.Length);
        }

        var at = 0;
        for (var bytes = 0; at < line.Length && bytes < units;)
        {
            Rune.DecodeFromUtf16(line[at..], out var rune, out var width);
            bytes += rune.Utf8SequenceLength;
            at += width;
        }

        return at;
    }
}

/// <summary>Units of columns, as negotiated.</summary>
internal enum PositionEncoding
{
    Utf16,
    Utf8,
}
