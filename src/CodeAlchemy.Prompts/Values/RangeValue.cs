using System.Collections;

namespace CodeAlchemy.Prompts.Values;

/// <summary>A sequence that is computed while it is read, as the range operators and most array functions give it.</summary>
internal sealed class RangeValue(IEnumerable<object?> items) : IEnumerable<object?>
{
    public static RangeValue None => new([]);

    public IEnumerator<object?> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
