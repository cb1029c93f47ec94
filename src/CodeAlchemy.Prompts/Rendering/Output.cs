using System.Text;

namespace CodeAlchemy.Prompts.Rendering;

/// <summary>
/// Where a rendering writes. While an indent is set, every line that begins is indented with it; that gives values of several
/// lines, and includes, the column of their code block.
/// </summary>
internal sealed class Output
{
    private readonly Stack<StringBuilder> _outer = new();
    private StringBuilder _text = new(1024);
    private bool _atLineStart;

    /// <summary>White space before the code block that is running, or <see langword="null"/> outside of one.</summary>
    public string? Indent { get; set; }

    public int Length => _text.Length;

    /// <summary>Whether the next character begins a line, as far as indentation knows.</summary>
    public bool AtLineStart
    {
        get => _atLineStart;
        set => _atLineStart = value;
    }

    public void Write(ReadOnlySpan<char> text)
    {
        if (Indent is null)
        {
            if (!text.IsEmpty)
            {
                _atLineStart = text[^1] == '\n';
                _text.Append(text);
            }

            return;
        }

        if (Indent.Length == 0 && !text.IsEmpty)
        {
            WriteUnindented(text);
            return;
        }

        while (!text.IsEmpty)
        {
            var end = text.IndexOf('\n') + 1;
            var line = end == 0 ? text : text[..end];
            if (_atLineStart)
            {
                _text.Append(Indent);
            }

            _text.Append(line);
            _atLineStart = end != 0;
            text = text[line.Length..];
        }
    }

    /// <summary>Collects what is written from now on until <see cref="Pop"/>.</summary>
    public void Push()
    {
        _outer.Push(_text);
        _text = new StringBuilder();
    }

    /// <summary>What was written since <see cref="Push"/>.</summary>
    public string Pop()
    {
        var text = _text.ToString();
        _text = _outer.Pop();
        return text;
    }

    public override string ToString() => _text.ToString();

    private void WriteUnindented(ReadOnlySpan<char> text)
    {
        _text.Append(text);
        _atLineStart = text[^1] == '\n';
    }
}
