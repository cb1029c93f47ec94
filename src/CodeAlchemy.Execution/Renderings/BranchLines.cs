using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Renderings;

/// <summary>Lines of functions after which a trace goes on in more than one place of the same frame. Immutable.</summary>
internal sealed class BranchLines
{
    private readonly HashSet<(string Function, string? File, int Line)> _lines;

    private BranchLines(HashSet<(string Function, string? File, int Line)> lines) => _lines = lines;

    /// <summary>Looks at every step from line to line. Steps back don't count: they are loops, not choices.</summary>
    public static BranchLines Of(Trace trace)
    {
        var next = new Dictionary<(string, string?, int), int>();
        var last = new Dictionary<int, (string? File, int Line)>();
        var frames = new FrameStates();
        HashSet<(string, string?, int)> found = [];
        foreach (var e in trace.Events.Where(e => e.Frame != 0))
        {
            var function = frames.Apply(e).Function;
            if (e.Kind != TraceEventKind.Line)
            {
                continue;
            }

            if (last.TryGetValue(e.Frame, out var from) && from.File == e.File && !IsBack(from.Line, e.Line)
                && !next.TryAdd((function, from.File, from.Line), e.Line) && next[(function, from.File, from.Line)] != e.Line)
            {
                found.Add((function, from.File, from.Line));
            }

            last[e.Frame] = (e.File, e.Line);
        }

        return new BranchLines(found);
    }

    /// <summary>Whether a step leads to the same line or one further up.</summary>
    public static bool IsBack(int from, int to) => to <= from;

    /// <summary>Whether the line is one of them.</summary>
    public bool Contains(string function, string? file, int line) => _lines.Contains((function, file, line));
}
