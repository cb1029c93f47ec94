namespace CodeAlchemy.Manifests.Editing.Sketching;

/// <summary>How a scalar is written.</summary>
internal enum SketchStyle
{
    /// <summary>Without quotes.</summary>
    Plain,

    /// <summary>In single or double quotes.</summary>
    Quoted,

    /// <summary>As lines below <c>|</c> or <c>&gt;</c>.</summary>
    Block,
}

/// <summary>A scalar, or a key.</summary>
/// <param name="start">Offset of its first character, the quote included.</param>
/// <param name="column">Column of it.</param>
/// <param name="text">What it stands for; of quoted ones without escapes resolved beyond the quotes themselves.</param>
/// <param name="style">How it is written.</param>
internal sealed class SketchScalar(int start, int column, string text, SketchStyle style) : SketchNode(start, column)
{
    public string Text { get; } = text;

    public SketchStyle Style { get; } = style;

    /// <summary>Whether it is the first of its line.</summary>
    public bool BeginsLine { get; set; }
}
