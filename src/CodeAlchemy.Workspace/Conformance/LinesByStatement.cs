using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Execution.Programs;

namespace CodeAlchemy.Workspace.Conformance;

/// <summary>Brings the lines of a trace and of a counter to the lines where statements begin.</summary>
internal static class LinesByStatement
{
    /// <summary>Folds both sides.</summary>
    /// <param name="trace">A whole trace.</param>
    /// <param name="counts">What the counter said of the same program and case.</param>
    /// <param name="statements">Where statements begin.</param>
    /// <returns>Line → events, and line → count. A statement is left out where the counter can't tell about any line of it that the trace has.</returns>
    public static (IReadOnlyDictionary<int, long> Traced, IReadOnlyDictionary<int, long> Counted) Fold(
        Trace trace, LineCounts counts, StatementLines statements)
    {
        // One statement on several lines ran as often as the most-run of them.
        var counted = counts.Lines.GroupBy(pair => statements.First(pair.Key))
            .ToDictionary(group => group.Key, group => group.Max(pair => pair.Value));
        var traced = trace.Events.Where(e => e.File is null && Belongs(e, counted, statements))
            .GroupBy(e => statements.First(e.Line))
            .Where(group => counted.ContainsKey(group.Key) || group.Any(e => !counts.Unknown.Contains(e.Line)))
            .ToDictionary(group => group.Key, group => group.LongCount());
        return (traced, counted);
    }

    // A trace says by a call, not by a line, that the head of a function ran; counters differ in whether they count it.
    private static bool Belongs(TraceEvent e, Dictionary<int, long> counted, StatementLines statements) => e.Kind switch
    {
        TraceEventKind.Line => true,
        TraceEventKind.Call => statements.First(e.Line) is var line && statements.IsHead(line) && counted.ContainsKey(line),
        _ => false,
    };
}
