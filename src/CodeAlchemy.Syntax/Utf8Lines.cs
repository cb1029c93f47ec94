using System.Text;

namespace CodeAlchemy.Syntax;

/// <summary>Turns byte offsets of a UTF-8 text into lines and UTF-16 columns, as editors count. Immutable.</summary>
public sealed class Utf8Lines
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly int[] _starts;

    /// <summary>Indexes the lines of a text; a line ends after <c>\n</c>.</summary>
    public Utf8Lines(ReadOnlyMemory<byte> utf8)
    {
        _utf8 = utf8;
        var starts = new List<int> { 0 };
        var span = utf8.Span;
        for (var i = 0; i < span.Length; i++)
        {
            if (span[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }

        _starts = [.. starts];
    }

    /// <summary>Number of lines; a text without newline has one.</summary>
    public int Count => _starts.Length;

    /// <summary>First byte of a line that counts from 1.</summary>
    public int Start(int line) => _starts[line - 1];

    /// <summary>Line of a byte, from 1.</summary>
    public int LineOf(int offset)
    {
        var index = Array.BinarySearch(_starts, offset);
        return index >= 0 ? index + 1 : ~index;
    }

    /// <summary>Column of a byte in its line, from 1, in UTF-16 code units.</summary>
    public int ColumnOf(int offset) =>
        Encoding.UTF8.GetCharCount(_utf8.Span[Start(LineOf(offset))..offset]) + 1;

    /// <summary>Offset of a byte in UTF-16 code units from the start of the text.</summary>
    public int ToUtf16(int offset) => Encoding.UTF8.GetCharCount(_utf8.Span[..offset]);

    /// <summary>Byte offset of a place given in UTF-16 code units from the start of the text; a place inside a character counts as its start.</summary>
    public int FromUtf16(int offset)
    {
        var span = _utf8.Span;
        var at = 0;
        while (at < span.Length)
        {
            Rune.DecodeFromUtf8(span[at..], out var rune, out var length);
            offset -= rune.Utf16SequenceLength;
            if (offset < 0)
            {
                break;
            }

            at += length;
        }

        return at;
    }
}
