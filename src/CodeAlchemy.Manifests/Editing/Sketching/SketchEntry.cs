namespace CodeAlchemy.Manifests.Editing.Sketching;

/// <summary>A key with its value, as far as they are written.</summary>
/// <param name="key">The key; of empty text where something stands that can't be one.</param>
internal sealed class SketchEntry(SketchScalar key)
{
    public SketchScalar Key { get; } = key;

    /// <summary>Offset behind the colon, or −1 while there is none.</summary>
    public int Colon { get; set; } = -1;

    public SketchNode? Value { get; set; }

    /// <summary>Offset behind its last character.</summary>
    public int End => Math.Max(Math.Max(Key.End, Colon), Value?.End ?? 0);
}
