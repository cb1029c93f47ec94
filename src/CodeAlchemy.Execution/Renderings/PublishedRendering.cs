using System.Globalization;
using System.Text;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Renderings;

/// <summary>
/// The published form of trace files (CodeAlchemy, arXiv 2606.10087), <c>TRACE:TYPE:LOC:STATE</c>, made of an automatic trace: LOC is
/// <c>function@line</c>. A loop is a line that its frame comes back to from below; a branch is a line after which this trace goes on
/// in more than one place. What the trace does not tell (TRANSFORM, conditions) is left out.
/// </summary>
internal sealed class PublishedRendering : ITraceRendering
{
    public string Name => "published";

    public string Render(RenderingInput input)
    {
        var branches = BranchLines.Of(input.Trace);
        var frames = new FrameStates();
        var text = new StringBuilder();
        foreach (var e in input.Trace.Events)
        {
            if (e.Kind == TraceEventKind.Truncated)
            {
                Write(text, "ERR", "trace@0", $"recording stopped at the limit of {e.Note}");
            }
            else if (e.Frame != 0)
            {
                Placed(text, input, e, frames.Apply(e), branches);
            }
        }

        return text.Length == 0 ? "\n" : text.ToString();
    }

    private static void Placed(StringBuilder text, RenderingInput input, TraceEvent e, FrameState frame, BranchLines branches)
    {
        var place = Place(frame, e.File, e.Line);
        if (e.Kind == TraceEventKind.Call)
        {
            Write(text, "IN", place, input.Changes(e, ", "));
            return;
        }

        if (input.Changes(e, ", ") is { Length: > 0 } changes)
        {
            Write(text, "VAR", frame.PreviousLine == 0 ? place : Place(frame, frame.PreviousFile, frame.PreviousLine), changes);
        }

        switch (e.Kind)
        {
            case TraceEventKind.Line:
                Moved(text, e, frame, place, branches);
                break;
            case TraceEventKind.Return:
                Write(text, "OUT", place, e.Unwound ? "left by the exception" : e.Value is { } value ? input.Show(value) : "-");
                break;
            case TraceEventKind.Exception:
                Write(text, "ERR", place, RenderingInput.Show(e.Exception!));
                break;
            case TraceEventKind.Catch:
                Write(text, "ERR", place, $"caught {e.Exception!.Type}");
                break;
        }
    }

    private static void Moved(StringBuilder text, TraceEvent e, FrameState frame, string place, BranchLines branches)
    {
        if (frame.PreviousLine == 0 || frame.PreviousFile != e.File)
        {
            return;
        }

        if (branches.Contains(frame.Function, e.File, frame.PreviousLine))
        {
            Write(text, "BRANCH", Place(frame, e.File, frame.PreviousLine), string.Create(CultureInfo.InvariantCulture, $"to line {e.Line}"));
        }

        if (BranchLines.IsBack(frame.PreviousLine, e.Line))
        {
            Write(text, "LOOP", place, string.Create(CultureInfo.InvariantCulture, $"back from line {frame.PreviousLine}"));
        }
    }

    // A colon would end the place, and a line end the record.
    private static string Place(FrameState frame, string? file, int line)
    {
        var function = frame.Function.Replace("::", ".", StringComparison.Ordinal).Replace(':', '.');
        var name = new string([.. function.Select(c => char.IsWhiteSpace(c) || char.IsControl(c) ? '_' : c)]);
        return string.Create(CultureInfo.InvariantCulture, $"{name}@{(file is null ? string.Empty : $"{file.Replace(':', '.')}#")}{line}");
    }

    private static void Write(StringBuilder text, string type, string place, string state) =>
        text.Append("TRACE:").Append(type).Append(':').Append(place).Append(':').Append(state.Length == 0 ? "-" : state).Append('\n');
}
