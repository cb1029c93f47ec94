using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>Goes through a trace once and keeps what questions need.</summary>
internal sealed class TracePass
{
    private readonly Dictionary<int, ImmutableSortedDictionary<string, TraceValue>> _states = [];
    private readonly Dictionary<int, int> _open = [];
    private readonly Dictionary<int, int> _visits = [];
    private readonly Dictionary<int, int> _current = [];
    private readonly Dictionary<int, int> _calls = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<int> _stack = [];
    private readonly List<LineStep> _steps = [];
    private readonly List<CallInfo> _callList = [];

    public TracePass(Trace trace)
    {
        foreach (var e in trace.Events)
        {
            Play(e);
        }

        Steps = [.. _steps];
        Calls = [.. _callList];
    }

    public ImmutableArray<LineStep> Steps { get; }

    public ImmutableArray<CallInfo> Calls { get; }

    /// <summary>Functions whose frames are entered more than once: generators and the like.</summary>
    public HashSet<string> Resumed { get; } = new(StringComparer.Ordinal);

    /// <summary>Every piece of standard output with the line and frame that ran when it was written.</summary>
    public List<(TraceEvent Event, int Line, int Frame)> Written { get; } = [];

    /// <summary>The line that first read from standard input; 0 when none did or the trace doesn't tell.</summary>
    public int FirstReader { get; private set; }

    private void Play(TraceEvent e)
    {
        if (e.Kind == TraceEventKind.Output && e.Chunk!.Descriptor == 1)
        {
            var top = _stack.Count > 0 ? _stack[^1] : 0;
            Written.Add((e, _current.GetValueOrDefault(top), top));
        }

        if (e.Kind == TraceEventKind.Input && e.Chunk!.Descriptor == 0 && e.Chunk.Bytes.Length > 0 && FirstReader == 0)
        {
            FirstReader = _current.GetValueOrDefault(_stack.Count > 0 ? _stack[^1] : 0);
        }

        if (e.Frame == 0)
        {
            return;
        }

        var state = _states[e.Frame] = Advance(e);
        Close(e, state);
        switch (e.Kind)
        {
            case TraceEventKind.Call:
                Enter(e);
                break;
            case TraceEventKind.Line:
                Run(e, state);
                break;
            case TraceEventKind.Return:
                Leave(e);
                break;
            default:
                break;
        }
    }

    private void Enter(TraceEvent e)
    {
        var caller = _stack.Count > 0 ? _stack[^1] : 0;
        _stack.Add(e.Frame);
        if (_calls.TryGetValue(e.Frame, out var known))
        {
            Resumed.Add(_callList[known].Function);
            return;
        }

        var function = e.Function ?? "";
        _calls[e.Frame] = _callList.Count;
        _callList.Add(new CallInfo
        {
            Frame = e.Frame,
            Function = function,
            Number = _numbers[function] = _numbers.GetValueOrDefault(function) + 1,
            Line = e.Line,
            Depth = e.Depth,
            Caller = caller,
            Site = _current.GetValueOrDefault(caller),
            InMainFile = e.File is null,
            Entered = e.Sequence,
            Parameters = e.Set,
        });
    }

    private void Run(TraceEvent e, ImmutableSortedDictionary<string, TraceValue> state)
    {
        _current[e.Frame] = e.File is null ? e.Line : 0;
        if (e.File is not null)
        {
            return;
        }

        _open[e.Frame] = _steps.Count;
        _steps.Add(new LineStep
        {
            Sequence = e.Sequence,
            Frame = e.Frame,
            Line = e.Line,
            Visit = _visits[e.Line] = _visits.GetValueOrDefault(e.Line) + 1,
            Before = state,
        });
    }

    private void Leave(TraceEvent e)
    {
        var at = _stack.LastIndexOf(e.Frame);
        if (at >= 0)
        {
            _stack.RemoveRange(at, _stack.Count - at);
        }

        if (_calls.TryGetValue(e.Frame, out var known))
        {
            _callList[known] = _callList[known] with { Left = e.Sequence, LeftLine = e.Line, Returned = e.Value, Unwound = e.Unwound };
        }
    }

    private void Close(TraceEvent e, ImmutableSortedDictionary<string, TraceValue> state)
    {
        if (_open.Remove(e.Frame, out var index))
        {
            _steps[index] = _steps[index] with
            {
                After = state,
                Next = e.Kind,
                NextLine = e.Kind == TraceEventKind.Line && e.File is null ? e.Line : 0,
                Completed = e.Kind == TraceEventKind.Line || (e.Kind == TraceEventKind.Return && !e.Unwound),
            };
        }
    }

    private ImmutableSortedDictionary<string, TraceValue> Advance(TraceEvent e)
    {
        var state = _states.GetValueOrDefault(e.Frame) ?? ImmutableSortedDictionary.Create<string, TraceValue>(StringComparer.Ordinal);
        state = e.Deleted.IsDefaultOrEmpty ? state : state.RemoveRange(e.Deleted);
        return state.SetItems(e.Set.Select(v => KeyValuePair.Create(v.Name, v.Value)));
    }
}
