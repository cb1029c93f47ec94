using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>
/// Walks over a trace once and notes what each line of the main file did. A line event comes before its line runs and tells what
/// changed until then, so a change belongs to the line that the frame was at before.
/// </summary>
internal sealed class LineTimeline
{
    private readonly SortedDictionary<int, LineNotes> _lines = [];
    private readonly Dictionary<int, int> _at = [];
    private readonly Dictionary<string, List<VariableMoment>> _moments = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _head = [];

    private LineTimeline()
    {
    }

    public static LineTimeline Of(Trace trace)
    {
        var timeline = new LineTimeline();
        for (var step = 0; step < trace.Events.Length; step++)
        {
            timeline.Take(step, trace.Events[step]);
        }

        return timeline;
    }

    /// <summary>The lines that ran or made a value, by number.</summary>
    public ImmutableSortedDictionary<int, LineRecord> Records() =>
        _lines.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.ToRecord(pair.Key));

    /// <summary>All values of the variables of a name, in order.</summary>
    public IReadOnlyList<VariableMoment> Moments(string name) => _moments.TryGetValue(name, out var moments) ? moments : [];

    /// <summary>The line at which a frame was first seen; 0 when it was not.</summary>
    public int HeadOf(int frame) => _head.GetValueOrDefault(frame);

    private void Take(int step, TraceEvent e)
    {
        if (e.Frame == 0 || e.Kind is TraceEventKind.Output or TraceEventKind.Input)
        {
            return;
        }

        // Parameters belong to the head of their function.
        var before = e.Kind == TraceEventKind.Call ? Place(e) : _at.GetValueOrDefault(e.Frame);
        _head.TryAdd(e.Frame, Place(e));
        Changes(step, e, before);
        if (e is { Kind: TraceEventKind.Return, Unwound: false, Value: { } value } && before > 0)
        {
            Notes(before).Return(value);
        }

        if (e.Kind == TraceEventKind.Line)
        {
            _at[e.Frame] = Place(e);
            if (e.File is null)
            {
                Notes(e.Line).Count++;
            }
        }
        else if (e.Kind is TraceEventKind.Catch && e.Line > 0)
        {
            _at[e.Frame] = Place(e);
        }
    }

    private void Changes(int step, TraceEvent e, int before)
    {
        foreach (var (name, value) in e.Set)
        {
            if (before > 0)
            {
                Notes(before).Set(name, value);
            }

            if (!_moments.TryGetValue(name, out var moments))
            {
                _moments[name] = moments = [];
            }

            moments.Add(new VariableMoment(step, before, e.Frame, value));
        }
    }

    // Lines of other files are not shown in this one.
    private static int Place(TraceEvent e) => e.File is null ? e.Line : 0;

    private LineNotes Notes(int line) => _lines.TryGetValue(line, out var notes) ? notes : _lines[line] = new LineNotes();

    private sealed class LineNotes
    {
        private readonly List<string> _order = [];
        private readonly Dictionary<string, LineValues> _values = new(StringComparer.Ordinal);
        private LineValues? _returned;

        public int Count { get; set; }

        public void Set(string name, TraceValue value)
        {
            if (_values.TryGetValue(name, out var known))
            {
                _values[name] = known with { Last = value, Count = known.Count + 1 };
                return;
            }

            _order.Add(name);
            _values[name] = new LineValues(name, value, value, 1);
        }

        public void Return(TraceValue value) =>
            _returned = _returned is null ? new LineValues("return", value, value, 1) : _returned with { Last = value, Count = _returned.Count + 1 };

        public LineRecord ToRecord(int line) => new(line, Count, [.. _order.Select(name => _values[name])], _returned);
    }
}
