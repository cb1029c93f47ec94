using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>Gives the state of a program at any step of its trace, by walking over the trace from the beginning.</summary>
internal static class TracePlayer
{
    private const int LongestOutput = 64 << 10;

    public static TraceState At(Trace trace, int step)
    {
        var frames = new Dictionary<int, Frame>();
        var stacks = new Dictionary<int, List<int>>();
        var output = new Dictionary<int, List<byte>> { [1] = [], [2] = [] };
        for (var i = 0; i <= step; i++)
        {
            Play(trace.Events[i], frames, stacks, output, previous: i == 0 ? null : trace.Events[i - 1]);
        }

        var e = trace.Events[step];
        var stack = stacks.GetValueOrDefault(e.Thread, []);
        return new TraceState(
            step, e, [.. Enumerable.Reverse(stack).Select(id => View(id, frames[id], e))], Text(output[1]), Text(output[2]));
    }

    private static void Play(
        TraceEvent e, Dictionary<int, Frame> frames, Dictionary<int, List<int>> stacks, Dictionary<int, List<byte>> output, TraceEvent? previous)
    {
        if (!stacks.TryGetValue(e.Thread, out var stack))
        {
            stacks[e.Thread] = stack = [];
        }

        // A frame that was left is still shown at the step that leaves it.
        if (previous is { Kind: TraceEventKind.Return } && stacks.TryGetValue(previous.Thread, out var left))
        {
            left.Remove(previous.Frame);
        }

        if (e is { Kind: TraceEventKind.Output, Chunk: { } chunk } && output.TryGetValue(chunk.Descriptor, out var written))
        {
            written.AddRange(chunk.Bytes);
        }

        if (e.Frame == 0)
        {
            return;
        }

        if (!frames.TryGetValue(e.Frame, out var frame))
        {
            frames[e.Frame] = frame = new Frame(e.Function ?? "?");
        }

        if (!stack.Contains(e.Frame))
        {
            stack.Add(e.Frame);
        }

        frame.Take(e);
    }

    private static FrameView View(int id, Frame frame, TraceEvent e) => new(
        id, frame.Function, frame.Line, frame.File, frame.Variables(), e.Frame == id ? [.. e.Set.Select(variable => variable.Name)] : []);

    private static string Text(List<byte> bytes) =>
        Encoding.UTF8.GetString(bytes.Count > LongestOutput ? [.. bytes.Skip(bytes.Count - LongestOutput)] : [.. bytes]);

    private sealed class Frame(string function)
    {
        private readonly List<string> _order = [];
        private readonly Dictionary<string, TraceValue> _values = new(StringComparer.Ordinal);

        public string Function { get; } = function;

        public int Line { get; private set; }

        public string? File { get; private set; }

        public void Take(TraceEvent e)
        {
            foreach (var name in e.Deleted)
            {
                _values.Remove(name);
                _order.Remove(name);
            }

            foreach (var (name, value) in e.Set)
            {
                if (!_values.ContainsKey(name))
                {
                    _order.Add(name);
                }

                _values[name] = value;
            }

            if (e.Line > 0)
            {
                (Line, File) = (e.Line, e.File);
            }
        }

        public ImmutableArray<TraceVariable> Variables() => [.. _order.Select(name => new TraceVariable(name, _values[name]))];
    }
}
