using System.Collections;

namespace CodeAlchemy.Prompts.Values;

/// <summary>A sequence that is computed while it is read, as the range operators and most array functions give it.</summary>
internal sealed class RangeValue(IEnumerable<object?> items) : IEnumerable<object?>
{
    /// <summary>Whether reading it calls functions of the template, so that it matters when it is read.</summary>
    public bool CallsFunctions { get; init; }

    public static RangeValue None => new([]);

    /// <summary>A sequence that reads others.</summary>
    public static RangeValue Over(IEnumerable<object?> items, params ReadOnlySpan<object?> sources)
    {
        var calls = false;
        foreach (var source in sources)
        {
            calls |= source is RangeValue { CallsFunctions: true };
        }

        return new RangeValue(items) { CallsFunctions = calls };
    }

    public IEnumerator<object?> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
