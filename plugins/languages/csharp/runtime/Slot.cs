namespace CodeAlchemy.Trace;

/// <summary>What was shown last of a variable.</summary>
internal struct Slot
{
    /// <summary>i, l, b, c, d: a primitive, by its bits; s: a string, itself; t: the item as it was written.</summary>
    public char Kind;
    public int Length;
    public long Bits;
    public object? Text;
}
