using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Questions;

namespace CodeAlchemy.Grounded.Difficulty;

/// <summary>Counts that tell how hard an execution is to follow.</summary>
public sealed record TraceFacts
{
    /// <summary>Events of the trace.</summary>
    public required int Events { get; init; }

    /// <summary>Different lines that ran.</summary>
    public required int DistinctLines { get; init; }

    /// <summary>Lines that ran again, summed: what loops and repeated calls add.</summary>
    public required int Repeats { get; init; }

    /// <summary>Greatest depth of a call, from 0.</summary>
    public required int Depth { get; init; }

    /// <summary>Calls, the main body not counted.</summary>
    public required int Calls { get; init; }

    /// <summary>Characters of the longest value shown.</summary>
    public required int LongestValue { get; init; }

    /// <summary>Counts them.</summary>
    public static TraceFacts Of(TraceReplay replay)
    {
        ArgumentNullException.ThrowIfNull(replay);
        var distinct = TraceAnswers.CoveredLines(replay).Count;
        return new TraceFacts
        {
            Events = replay.Trace.Events.Length,
            DistinctLines = distinct,
            Repeats = replay.Lines.Length - distinct,
            Depth = replay.Frames.Select(f => f.Depth).DefaultIfEmpty(0).Max(),
            Calls = Math.Max(0, replay.Frames.Length - 1),
            LongestValue = replay.Trace.Events.SelectMany(Values).Select(v => v.Text.Length).DefaultIfEmpty(0).Max(),
        };
    }

    private static IEnumerable<TraceValue> Values(TraceEvent e) =>
        e.Value is null ? e.Set.Select(v => v.Value) : e.Set.Select(v => v.Value).Append(e.Value);
}
