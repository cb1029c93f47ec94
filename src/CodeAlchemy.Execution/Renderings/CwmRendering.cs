using System.Text;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Renderings;

/// <summary>
/// Frames of the Code World Model, as its prompting guide gives them: an observation (local variables as JSON, ".." for what
/// is unchanged in the scope) and an action (the source line). The context that goes before the first frame,
/// <c>&lt;|trace_context_start|&gt;SOURCE&lt;|frame_sep|&gt;</c>, belongs to the prompt and is left to the caller.
/// Program text that imitates a special token is escaped: <c>\u003c</c> inside JSON, a backslash after '&lt;' in source lines.
/// </summary>
internal sealed partial class CwmRendering : ITraceRendering
{
    private const string FrameSeparator = "<|frame_sep|>";

    public string Name => "cwm";

    public string Render(RenderingInput input)
    {
        var text = new StringBuilder();
        var frames = new FrameStates();
        foreach (var e in input.Trace.Events.Where(e => e.Frame != 0))
        {
            var frame = frames.Apply(e);
            switch (e.Kind)
            {
                case TraceEventKind.Call:
                    Observed(text, "<|call_sep|>", input, e, frame);
                    break;
                case TraceEventKind.Line:
                    Observed(text, "<|line_sep|>", input, e, frame);
                    break;
                case TraceEventKind.Return when !e.Unwound:
                    Ended(text, "<|return_sep|>", input, e, e.Value?.Text ?? "None");
                    break;
                case TraceEventKind.Return when frame.KindBefore != TraceEventKind.Exception && frame.LastException is { } passing:
                    Ended(text, "<|exception_sep|>", input, e, RenderingInput.Show(passing));
                    break;
                case TraceEventKind.Exception:
                    Ended(text, "<|exception_sep|>", input, e, RenderingInput.Show(e.Exception!));
                    break;
            }
        }

        return text.Append('\n').ToString();
    }

    private static void Observed(StringBuilder text, string token, RenderingInput input, TraceEvent e, FrameState frame)
    {
        var changed = e.Set.Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
        var locals = frame.Variables.Select(v => $"{Json(v.Name)}: {(changed.Contains(v.Name) ? Json(v.Value.Text) : "\"..\"")}");
        text.Append(token).Append('{').AppendJoin(", ", locals).Append("}<|action_sep|>").Append(Action(input, e)).Append(FrameSeparator);
    }

    private static void Ended(StringBuilder text, string token, RenderingInput input, TraceEvent e, string value) => text
        .Append(token).Append("<|action_sep|>").Append(Action(input, e)).Append("<|arg_sep|>").Append(Json(value)).Append(FrameSeparator);

    private static string Action(RenderingInput input, TraceEvent e) =>
        Imitation().Replace(e.File is null ? input.SourceLine(e) : $"{e.File}:{e.Line}", @"<\$1|") + "\n";

    private static string Json(string text) => RenderingInput.Quote(text).Replace("<|", "\\u003c|", StringComparison.Ordinal);

    [GeneratedRegex(@"<(\\*)\|(?=[A-Za-z0-9_]+\|>)", RegexOptions.CultureInvariant)]
    private static partial Regex Imitation();
}
