using System.Text;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Renderings;

/// <summary>Plain sentences, one per event.</summary>
internal sealed class NarrativeRendering : ITraceRendering
{
    public string Name => "narrative";

    public string Render(RenderingInput input)
    {
        var text = new StringBuilder();
        var frames = new FrameStates();
        foreach (var e in input.Trace.Events)
        {
            text.Append(e.Frame == 0 ? Loose(e) : Placed(input, e, frames.Apply(e))).Append('\n');
        }

        return text.Append("The program ends with ").Append(End(input.Trace.End)).Append(".\n").ToString();
    }

    private static string Placed(RenderingInput input, TraceEvent e, FrameState frame)
    {
        var changes = Changes(input, e);
        var place = e.File is null ? $"line {e.Line}" : $"{e.File}, line {e.Line}";
        return e.Kind switch
        {
            TraceEventKind.Call => Called(input, e, frame, place),
            TraceEventKind.Line => $"{changes}{Capital(place)} of {frame.Function} runs{Code(input, e)}.",
            TraceEventKind.Return when e.Unwound => $"{changes}{frame.Function} is left at {place} by the exception.",
            TraceEventKind.Return when e.Value is { } value => $"{changes}{frame.Function} returns {input.Show(value)} at {place}.",
            TraceEventKind.Return => $"{changes}{frame.Function} ends at {place}.",
            TraceEventKind.Exception => $"{changes}{Capital(place)} of {frame.Function} raises {RenderingInput.Show(e.Exception!)}.",
            _ => $"{changes}{frame.Function} catches {e.Exception!.Type} at {place}.",
        };
    }

    private static string Called(RenderingInput input, TraceEvent e, FrameState frame, string place)
    {
        if (frame.Calls > 1)
        {
            return $"{Changes(input, e)}{frame.Function} is resumed at {place}.";
        }

        var arguments = e.Set.IsEmpty ? string.Empty : $" with {string.Join(", ", e.Set.Select(v => $"{v.Name} = {input.Show(v.Value)}"))}";
        return $"{frame.Function} is called{arguments} ({place}).";
    }

    private static string Changes(RenderingInput input, TraceEvent e)
    {
        var sentences = e.Set.Select(v => $"{v.Name} is now {input.Show(v.Value)}").Concat(e.Deleted.Select(d => $"{d} is gone")).ToList();
        return sentences.Count == 0 ? string.Empty : $"{string.Join(", ", sentences)}. ";
    }

    private static string Code(RenderingInput input, TraceEvent e) =>
        input.SourceLine(e).Trim() is { Length: > 0 } code ? $": `{code}`" : string.Empty;

    private static string Capital(string place) => place.StartsWith("line", StringComparison.Ordinal) ? $"L{place[1..]}" : place;

    private static string Loose(TraceEvent e) => e.Kind switch
    {
        TraceEventKind.Output => $"The program writes {RenderingInput.Quote(e.Chunk!)} to {RenderingInput.Stream(e.Chunk!)}.",
        TraceEventKind.Input => $"The program reads {RenderingInput.Quote(e.Chunk!)} from {RenderingInput.Stream(e.Chunk!)}.",
        TraceEventKind.Thread => $"Thread {e.Thread} {(e.Note == "start" ? "starts" : "ends")}.",
        _ => $"Recording stops at the limit of {e.Note}; the program goes on.",
    };

    private static string End(TraceEnd end) => end switch
    {
        { Signal: { } signal } => $"signal {signal}",
        { ExitCode: { } code } => $"exit status {code}",
        _ => "no exit status",
    };
}
