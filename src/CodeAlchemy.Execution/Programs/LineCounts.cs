using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Execution.Programs;

/// <summary>How often each line of a program ran, counted by other means than a tracer.</summary>
/// <param name="Result">What the host saw of the counted run.</param>
/// <param name="Lines">Line from 1 → count; executable lines that never ran stand with 0.</param>
/// <param name="Unknown">Lines the counter can't tell anything about.</param>
public sealed record LineCounts(RunResult Result, ImmutableSortedDictionary<int, long> Lines, ImmutableHashSet<int> Unknown)
{
    /// <summary>A run that was not counted.</summary>
    /// <param name="result">Why.</param>
    public static LineCounts None(RunResult result) => new(result, ImmutableSortedDictionary<int, long>.Empty, []);
}
