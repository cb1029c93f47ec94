using System.Globalization;
using System.Text;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Renderings;

/// <summary>A readable table, aligned, for terminals too: number, line, code indented by depth, and what happened.</summary>
internal sealed class TableRendering : ITraceRendering
{
    private const int WidestCode = 44;
    private const int WidestWhat = 100;

    public string Name => "table";

    public string Render(RenderingInput input)
    {
        List<string[]> rows = [["#", "line", "code", "what"]];
        var frames = new FrameStates();
        foreach (var e in input.Trace.Events)
        {
            rows.Add(e.Frame == 0 ? Loose(e) : Placed(input, e, frames.Apply(e)));
        }

        rows.Add([Number(input.Trace.End.Events + 1), string.Empty, string.Empty, $"end: {Ending.Of(input.Trace.End)}"]);
        return Align(rows);
    }

    private static string[] Placed(RenderingInput input, TraceEvent e, FrameState frame)
    {
        var indent = new string(' ', Math.Min(frame.Depth, 10) * 2);
        var code = e.Kind is TraceEventKind.Line or TraceEventKind.Exception ? input.SourceLine(e).Trim() : $"[{frame.Function}]";
        var line = e.File is null ? Number(e.Line) : $"{e.File}:{e.Line}";
        var parts = new[] { Outcome(input, e), input.Changes(e, ", ") };
        return [Number(e.Sequence), line, Cut(indent + code, WidestCode), Cut(string.Join("  ", parts.Where(p => p.Length > 0)), WidestWhat)];
    }

    private static string Outcome(RenderingInput input, TraceEvent e) => e.Kind switch
    {
        TraceEventKind.Call => "call",
        TraceEventKind.Return when e.Unwound => "left by the exception",
        TraceEventKind.Return => e.Value is { } value ? $"return {input.Show(value)}" : "return",
        TraceEventKind.Exception => $"raise {RenderingInput.Show(e.Exception!)}",
        TraceEventKind.Catch => $"catch {e.Exception!.Type}",
        _ => string.Empty,
    };

    private static string[] Loose(TraceEvent e) =>
    [
        Number(e.Sequence),
        string.Empty,
        string.Empty,
        Cut(
            e.Kind switch
            {
                TraceEventKind.Output or TraceEventKind.Input => $"{RenderingInput.Stream(e.Chunk!)} {RenderingInput.Quote(e.Chunk!)}",
                TraceEventKind.Thread => $"thread {e.Thread} {e.Note}",
                _ => $"recording stopped at the limit of {e.Note}",
            },
            WidestWhat),
    ];

    private static string Align(List<string[]> rows)
    {
        var widths = Enumerable.Range(0, 3).Select(c => rows.Max(r => r[c].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var line = $"{row[0].PadLeft(widths[0])}  {row[1].PadLeft(widths[1])}  {row[2].PadRight(widths[2])}  {row[3]}";
            text.Append(line.TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Cut(string text, int width) => text.Length <= width ? text : string.Concat(text.AsSpan(0, width - 1), "…");
}
