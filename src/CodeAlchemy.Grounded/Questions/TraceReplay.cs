using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Questions;

/// <summary>A trace played back: the state at every line of the main file, and the calls. Immutable.</summary>
public sealed class TraceReplay
{
    private readonly Dictionary<int, ImmutableSortedDictionary<string, TraceValue>> _states = [];
    private readonly Dictionary<int, int> _visits = [];
    private readonly SortedDictionary<int, FrameRecord> _frames = [];
    private readonly ImmutableArray<LineVisit>.Builder _lines = ImmutableArray.CreateBuilder<LineVisit>();

    private TraceReplay(Trace trace)
    {
        Trace = trace;
        foreach (var e in trace.Events)
        {
            Play(e);
        }

        Lines = _lines.ToImmutable();
        Frames = [.. _frames.Values];
    }

    /// <summary>The trace.</summary>
    public Trace Trace { get; }

    /// <summary>Every line of the main file as it was about to run, in order.</summary>
    public ImmutableArray<LineVisit> Lines { get; }

    /// <summary>Every call, by frame number.</summary>
    public ImmutableArray<FrameRecord> Frames { get; }

    /// <summary>Whether the tracer stopped recording before the program ended.</summary>
    public bool Truncated => Trace.Events.Any(e => e.Kind == TraceEventKind.Truncated);

    /// <summary>Plays a trace back. Time and memory grow with its events.</summary>
    public static TraceReplay Of(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return new TraceReplay(trace);
    }

    private void Play(TraceEvent e)
    {
        if (e.Frame == 0)
        {
            return;
        }

        var state = Advance(e);
        switch (e.Kind)
        {
            case TraceEventKind.Call:
                _frames[e.Frame] = new FrameRecord(e.Frame, e.Function ?? "", e.Depth, null, false);
                break;
            case TraceEventKind.Line when e.File is null:
                var visit = _visits[e.Line] = _visits.GetValueOrDefault(e.Line) + 1;
                _lines.Add(new LineVisit(e.Sequence, e.Frame, e.Line, visit, state));
                break;
            case TraceEventKind.Return when _frames.TryGetValue(e.Frame, out var frame):
                _frames[e.Frame] = frame with { Returned = e.Value, Unwound = e.Unwound };
                break;
            default:
                break;
        }
    }

    private ImmutableSortedDictionary<string, TraceValue> Advance(TraceEvent e)
    {
        var state = _states.GetValueOrDefault(e.Frame)
            ?? ImmutableSortedDictionary.Create<string, TraceValue>(StringComparer.Ordinal);
        if (!e.Deleted.IsDefaultOrEmpty)
        {
            state = state.RemoveRange(e.Deleted);
        }

        foreach (var variable in e.Set)
        {
            state = state.SetItem(variable.Name, variable.Value);
        }

        return _states[e.Frame] = state;
    }
}
