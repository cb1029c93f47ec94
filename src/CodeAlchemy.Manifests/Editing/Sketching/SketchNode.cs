namespace CodeAlchemy.Manifests.Editing.Sketching;

/// <summary>A part of a sketch. Offsets are UTF-16 code units of the text.</summary>
internal abstract class SketchNode(int start, int column)
{
    public int Start { get; } = start;

    public int Column { get; } = column;

    /// <summary>Offset behind its last character.</summary>
    public int End { get; set; } = start;
}
