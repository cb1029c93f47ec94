using System.Globalization;
using System.Text;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Renderings;

/// <summary>
/// Few tokens: only what changed, lines without changes side by side, and every <see cref="KeyInterval"/> events a key frame
/// with all variables of the current frame, so that a reader need not look far back.
/// </summary>
internal sealed class CompactRendering : ITraceRendering
{
    /// <summary>Events between two key frames.</summary>
    public const int KeyInterval = 64;

    public string Name => "compact";

    public string Render(RenderingInput input)
    {
        var text = new StringBuilder();
        var frames = new FrameStates();
        var sinceKey = 0;
        var thread = 1;
        foreach (var e in input.Trace.Events)
        {
            if (e.Thread != thread && e.Kind != TraceEventKind.Thread)
            {
                Line(text).Append(CultureInfo.InvariantCulture, $"[thread {e.Thread}]\n");
                thread = e.Thread;
            }

            if (e.Frame == 0)
            {
                Line(text).Append(Loose(e)).Append('\n');
                continue;
            }

            var frame = frames.Apply(e);
            Placed(text, input, e, frame);
            if (++sinceKey >= KeyInterval && e.Kind == TraceEventKind.Line)
            {
                Key(Line(text), input, e, frame);
                sinceKey = 0;
            }
        }

        return Line(text).Append(CultureInfo.InvariantCulture, $"end {Ending.Of(input.Trace.End)}\n").ToString();
    }

    private static void Placed(StringBuilder text, RenderingInput input, TraceEvent e, FrameState frame)
    {
        var changes = input.Changes(e);
        var file = e.File is null ? string.Empty : $"{e.File}:";
        if (e.Kind == TraceEventKind.Line)
        {
            text.Append(text.Length > 0 && text[^1] != '\n' ? " " : string.Empty).Append(file).Append(e.Line);
            if (changes.Length > 0)
            {
                text.Append(' ').Append(changes).Append('\n');
            }

            return;
        }

        Line(text).Append(e.Kind switch
        {
            TraceEventKind.Call => $">{frame.Function}#{e.Frame} {file}{e.Line}",
            TraceEventKind.Return when e.Unwound => $"<! {file}{e.Line}",
            TraceEventKind.Return when e.Value is { } value => $"< {file}{e.Line} {input.Show(value)}",
            TraceEventKind.Return => $"< {file}{e.Line}",
            TraceEventKind.Exception => $"! {file}{e.Line} {RenderingInput.Show(e.Exception!)}",
            _ => $"~ {file}{e.Line} {e.Exception!.Type}",
        });
        text.Append(changes.Length > 0 ? $" | {changes}\n" : "\n");
    }

    private static void Key(StringBuilder text, RenderingInput input, TraceEvent e, FrameState frame) => text.Append(
        CultureInfo.InvariantCulture,
        $"= {frame.Function}#{e.Frame} {string.Join(' ', frame.Variables.Select(v => $"{v.Name}={input.Show(v.Value)}"))}\n");

    private static string Loose(TraceEvent e) => e.Kind switch
    {
        TraceEventKind.Output => $"{(e.Chunk!.Descriptor == 2 ? "err" : "out")} {RenderingInput.Quote(e.Chunk)}",
        TraceEventKind.Input => $"in {RenderingInput.Quote(e.Chunk!)}",
        TraceEventKind.Thread => $"thread {e.Thread} {e.Note}",
        _ => $"… recording stopped at the limit of {e.Note}",
    };

    private static StringBuilder Line(StringBuilder text) => text.Length > 0 && text[^1] != '\n' ? text.Append('\n') : text;
}
