namespace CodeAlchemy.Trace;

/// <summary>Where an entry of the table behind a dictionary or a set keeps its parts.</summary>
/// <param name="Next">The index of the next entry of a bucket; below -1 the entry is free.</param>
/// <param name="Key">The key of a dictionary.</param>
/// <param name="Value">The value, or the element of a set.</param>
internal sealed record Layout(Field Next, Field? Key, Field Value)
{
    public static object OfMap(object entry) => new Layout(Field.Entry((Type)entry, "next"), Field.Entry((Type)entry, "key"), Field.Entry((Type)entry, "value"));

    public static object OfSet(object entry) => new Layout(Field.Entry((Type)entry, "Next"), null, Field.Entry((Type)entry, "Value"));
}
