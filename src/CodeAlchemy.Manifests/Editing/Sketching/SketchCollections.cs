namespace CodeAlchemy.Manifests.Editing.Sketching;

/// <summary>A mapping; keys may stand twice.</summary>
internal sealed class SketchMapping(int start, int column, bool isFlow) : SketchNode(start, column)
{
    public bool IsFlow { get; } = isFlow;

    public List<SketchEntry> Entries { get; } = [];

    /// <summary>Whether its closing brace is there; always for block style.</summary>
    public bool IsClosed { get; set; } = !isFlow;
}

/// <summary>A list.</summary>
internal sealed class SketchList(int start, int column, bool isFlow) : SketchNode(start, column)
{
    public bool IsFlow { get; } = isFlow;

    public List<SketchItem> Items { get; } = [];
}

/// <summary>An entry of a list.</summary>
/// <param name="Start">Offset of the dash, or in flow style of the value.</param>
/// <param name="Value">The value, if there is one yet.</param>
internal sealed record SketchItem(int Start, SketchNode? Value);
