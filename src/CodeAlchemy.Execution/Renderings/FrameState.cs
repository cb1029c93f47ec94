using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Renderings;

/// <summary>Variables of one frame, in the order in which they were first seen.</summary>
internal sealed class FrameState(string function, int depth)
{
    private readonly List<string> _order = [];
    private string? _lastFile;
    private TraceEventKind _kind = TraceEventKind.Call;
    private readonly Dictionary<string, TraceValue> _values = new(StringComparer.Ordinal);

    /// <summary>Name of the function.</summary>
    public string Function { get; } = function;

    /// <summary>Depth of its last call.</summary>
    public int Depth { get; private set; } = depth;

    /// <summary>Kind of the event before the one that <see cref="Apply"/> took in last.</summary>
    public TraceEventKind KindBefore { get; private set; } = TraceEventKind.Call;

    /// <summary>Whether it was called before, as generators are.</summary>
    public int Calls { get; private set; }

    /// <summary>Line that ran last; 0 before the first.</summary>
    public int LastLine { get; private set; }

    /// <summary>The exception seen last in it.</summary>
    public TraceException? LastException { get; private set; }

    /// <summary>Names and values now.</summary>
    public IEnumerable<(string Name, TraceValue Value)> Variables => _order.Select(n => (n, _values[n]));

    /// <summary>The line that ran before the event that <see cref="Apply"/> took in last; 0 when there was none.</summary>
    public int PreviousLine { get; private set; }

    /// <summary>File of <see cref="PreviousLine"/>; <see langword="null"/> for the main one.</summary>
    public string? PreviousFile { get; private set; }

    /// <summary>Takes an event in.</summary>
    public void Apply(TraceEvent e)
    {
        foreach (var (name, value) in e.Set)
        {
            if (!_values.ContainsKey(name))
            {
                _order.Add(name);
            }

            _values[name] = value;
        }

        foreach (var name in e.Deleted)
        {
            _values.Remove(name);
            _order.Remove(name);
        }

        (PreviousLine, PreviousFile) = (LastLine, _lastFile);
        if (e.Kind == TraceEventKind.Line)
        {
            (LastLine, _lastFile) = (e.Line, e.File);
        }

        if (e.Kind == TraceEventKind.Call)
        {
            Depth = e.Depth;
            Calls++;
        }

        LastException = e.Exception ?? LastException;
        KindBefore = _kind;
        _kind = e.Kind;
    }
}
