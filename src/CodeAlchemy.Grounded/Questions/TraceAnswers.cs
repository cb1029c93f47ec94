using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Questions;

/// <summary>Questions about an execution, answered from its trace and nothing else. Pure.</summary>
public static class TraceAnswers
{
    /// <summary>Variables of the frame when a line is about to run for the n-th time, or <see langword="null"/> when it runs less often.</summary>
    /// <param name="replay">The trace played back.</param>
    /// <param name="line">Line from 1.</param>
    /// <param name="visit">Which time, from 1, over all frames.</param>
    public static ImmutableSortedDictionary<string, TraceValue>? StateAt(TraceReplay replay, int line, int visit)
    {
        ArgumentNullException.ThrowIfNull(replay);
        return replay.Lines.FirstOrDefault(v => v.Line == line && v.Visit == visit)?.State;
    }

    /// <summary>How often a line runs, over all frames.</summary>
    public static int Visits(TraceReplay replay, int line)
    {
        ArgumentNullException.ThrowIfNull(replay);
        return replay.Lines.Count(v => v.Line == line);
    }

    /// <summary>How often a line runs within one call: for the first line of a loop's body, its iterations.</summary>
    public static int Iterations(TraceReplay replay, int line, int frame)
    {
        ArgumentNullException.ThrowIfNull(replay);
        return replay.Lines.Count(v => v.Line == line && v.Frame == frame);
    }

    /// <summary>Lines of the main file that run at least once, ascending.</summary>
    public static ImmutableSortedSet<int> CoveredLines(TraceReplay replay)
    {
        ArgumentNullException.ThrowIfNull(replay);
        return [.. replay.Lines.Select(v => v.Line)];
    }

    /// <summary>How often each function is called, by name.</summary>
    public static ImmutableSortedDictionary<string, int> CallCounts(TraceReplay replay)
    {
        ArgumentNullException.ThrowIfNull(replay);
        return replay.Frames.GroupBy(f => f.Function, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
    }

    /// <summary>The last value that a variable of a function takes, or <see langword="null"/> when it is never set.</summary>
    public static TraceValue? LastValue(TraceReplay replay, string function, string variable)
    {
        ArgumentNullException.ThrowIfNull(replay);
        var frames = replay.Frames.Where(f => f.Function == function).Select(f => f.Frame).ToHashSet();
        return replay.Trace.Events.Where(e => frames.Contains(e.Frame)).SelectMany(e => e.Set)
            .LastOrDefault(v => v.Name == variable).Value;
    }

    /// <summary>What the n-th call of a function returns, or <see langword="null"/> when there is no such call or no value.</summary>
    public static TraceValue? Returned(TraceReplay replay, string function, int call)
    {
        ArgumentNullException.ThrowIfNull(replay);
        return replay.Frames.Where(f => f.Function == function).ElementAtOrDefault(call - 1)?.Returned;
    }

    /// <summary>The bytes written to a file descriptor as far as the trace places them.</summary>
    public static ImmutableArray<byte> Output(TraceReplay replay, int descriptor)
    {
        ArgumentNullException.ThrowIfNull(replay);
        return
        [
            .. replay.Trace.Events.Where(e => e.Kind == TraceEventKind.Output && e.Chunk!.Descriptor == descriptor)
                .SelectMany(e => e.Chunk!.Bytes),
        ];
    }

    /// <summary>The exceptions in the order in which they were raised, each with the line that caught it.</summary>
    public static ImmutableArray<RaisedException> Exceptions(TraceReplay replay)
    {
        ArgumentNullException.ThrowIfNull(replay);
        var all = new List<RaisedException>();
        var open = new Dictionary<int, Stack<int>>();
        foreach (var e in replay.Trace.Events)
        {
            if (e.Kind == TraceEventKind.Exception)
            {
                OfThread(open, e.Thread).Push(all.Count);
                all.Add(new RaisedException(e.Exception!.Type, e.Exception.Message, e.Line, 0));
            }
            else if (e.Kind == TraceEventKind.Catch && OfThread(open, e.Thread).TryPop(out var index))
            {
                all[index] = all[index] with { CaughtLine = e.Line };
            }
        }

        return [.. all];
    }

    private static Stack<int> OfThread(Dictionary<int, Stack<int>> open, int thread) =>
        open.TryGetValue(thread, out var stack) ? stack : open[thread] = new Stack<int>();
}
