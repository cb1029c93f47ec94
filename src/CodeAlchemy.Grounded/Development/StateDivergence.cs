using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Questions;

namespace CodeAlchemy.Grounded.Development;

/// <summary>The first moment at which two executions of nearly the same program are no longer alike.</summary>
/// <param name="Step">Number of the step, from 1, counting the lines that are about to run.</param>
/// <param name="Expected">The moment in the first execution; <see langword="null"/> when it had already ended.</param>
/// <param name="Actual">The moment in the second; <see langword="null"/> when it had already ended.</param>
/// <param name="Variables">Names of variables whose values differ although the line is the same, sorted; empty where the lines differ.</param>
public sealed record StateDivergence(int Step, LineVisit? Expected, LineVisit? Actual, ImmutableArray<string> Variables)
{
    /// <summary>Compares two executions line by line, with the values of all variables; <see langword="null"/> when they never differ. Pure.</summary>
    public static StateDivergence? Of(TraceReplay expected, TraceReplay actual)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        var most = Math.Max(expected.Lines.Length, actual.Lines.Length);
        for (var i = 0; i < most; i++)
        {
            var (a, b) = (expected.Lines.ElementAtOrDefault(i), actual.Lines.ElementAtOrDefault(i));
            var same = a is not null && b is not null && a.Line == b.Line && a.Frame == b.Frame;
            var changed = same ? Changed(a!, b!) : [];
            if (!same || !changed.IsEmpty)
            {
                return new StateDivergence(i + 1, a, b, changed);
            }
        }

        return null;
    }

    /// <summary>Whether the values up to the moment at which two executions part, or to their ends, are known in full, so that equal texts mean equal values. Pure.</summary>
    /// <param name="expected">The first execution.</param>
    /// <param name="actual">The second.</param>
    /// <param name="moment">Where they part; <see langword="null"/> when they never do.</param>
    public static bool SeesAll(TraceReplay expected, TraceReplay actual, StateDivergence? moment)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        var steps = moment is null ? int.MaxValue : moment.Step;
        return expected.Lines.Take(steps).Concat(actual.Lines.Take(steps)).SelectMany(visit => visit.State.Values)
            .Distinct(ReferenceEqualityComparer.Instance).Cast<TraceValue>().All(v => v.Length < 0 && !v.Text.Contains('…', StringComparison.Ordinal));
    }

    private static ImmutableArray<string> Changed(LineVisit a, LineVisit b) =>
    [
        .. a.State.Keys.Union(b.State.Keys, StringComparer.Ordinal)
            .Where(name => a.State.GetValueOrDefault(name)?.Text != b.State.GetValueOrDefault(name)?.Text).Order(StringComparer.Ordinal),
    ];
}
