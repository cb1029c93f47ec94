using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Development;

/// <summary>Who called whom in one execution. Immutable.</summary>
public sealed class CallGraph
{
    private readonly ImmutableSortedDictionary<int, CallRecord> _byFrame;

    private CallGraph(ImmutableSortedDictionary<int, CallRecord> byFrame)
    {
        _byFrame = byFrame;
        Calls = [.. byFrame.Values];
    }

    /// <summary>Every call, in the order in which they began.</summary>
    public ImmutableArray<CallRecord> Calls { get; }

    /// <summary>The call of a frame, or <see langword="null"/>.</summary>
    public CallRecord? Of(int frame) => _byFrame.GetValueOrDefault(frame);

    /// <summary>A call and those it was made from, the innermost first.</summary>
    public IEnumerable<CallRecord> Chain(int frame)
    {
        for (var call = Of(frame); call is not null; call = Of(call.Caller))
        {
            yield return call;
        }
    }

    /// <summary>Reads it from a trace. A caller is the call below on the same thread.</summary>
    public static CallGraph Of(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var calls = ImmutableSortedDictionary.CreateBuilder<int, CallRecord>();
        var open = new Dictionary<(int Thread, int Depth), int>();
        foreach (var e in trace.Events)
        {
            if (e.Kind == TraceEventKind.Call)
            {
                open[(e.Thread, e.Depth)] = e.Frame;
                calls[e.Frame] = calls.TryGetValue(e.Frame, out var before) ? before with { IsResumed = true } : Begin(e, open.GetValueOrDefault((e.Thread, e.Depth - 1)));
            }
            else if (e.Kind == TraceEventKind.Return && calls.TryGetValue(e.Frame, out var call))
            {
                calls[e.Frame] = call with { Returned = e.Value, Unwound = e.Unwound };
            }
        }

        return new CallGraph(calls.ToImmutable());
    }

    private static CallRecord Begin(TraceEvent e, int caller) =>
        new(e.Frame, caller, e.Function ?? "", e.Line, e.Depth, e.Set, null, false, false, e.File is not null);
}
