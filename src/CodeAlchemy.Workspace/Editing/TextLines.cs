namespace CodeAlchemy.Workspace.Editing;

/// <summary>A text and its lines: the way between offsets and positions. Immutable.</summary>
internal sealed class TextLines
{
    private readonly List<int> _starts = [0];

    public TextLines(string text)
    {
        Text = text;
        for (var i = text.AsSpan().IndexOfAny('\n', '\r'); i >= 0;)
        {
            var next = i + (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 2 : 1);
            _starts.Add(next);
            var length = text.AsSpan(next).IndexOfAny('\n', '\r');
            i = length < 0 ? -1 : next + length;
        }
    }

    public string Text { get; }

    public int Count => _starts.Count;

    /// <summary>The offset of a position; the nearest for one outside of the text.</summary>
    public int OffsetOf(TextPosition position)
    {
        if (position.Line < 0)
        {
            return 0;
        }

        if (position.Line >= Count)
        {
            return Text.Length;
        }

        var start = _starts[position.Line];
        return start + Math.Clamp(position.Column, 0, Line(position.Line).Length);
    }

    public TextPosition At(int offset)
    {
        var at = Math.Clamp(offset, 0, Text.Length);
        var index = _starts.BinarySearch(at);
        var line = index >= 0 ? index : ~index - 1;
        return new TextPosition(line, at - _starts[line]);
    }

    public TextRange Range(int start, int length) => new(At(start), At(start + length));

    /// <summary>A line without its end.</summary>
    public string Line(int line)
    {
        var end = line + 1 < Count ? _starts[line + 1] : Text.Length;
        return Text[_starts[line]..end].TrimEnd('\n', '\r');
    }

    /// <summary>A whole line.</summary>
    public TextRange LineRange(int line) => new(new TextPosition(line, 0), new TextPosition(line, line < Count ? Line(line).Length : 0));
}
