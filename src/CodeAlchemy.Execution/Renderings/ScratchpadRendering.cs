using System.Globalization;
using System.Text;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Renderings;

/// <summary>
/// The source with trailing comments: what each line assigned, returned, raised and wrote, visit by visit. Only changes of
/// the main file stand there; lines that never ran stay bare.
/// </summary>
internal sealed class ScratchpadRendering : ITraceRendering
{
    private const int MostVisits = 6;
    private const int WidestCode = 60;

    public string Name => "scratchpad";

    public string Render(RenderingInput input)
    {
        var notes = Collect(input);
        var width = Math.Min(WidestCode, input.Lines.Select((l, i) => notes.ContainsKey(i + 1) ? l.TrimEnd().Length : 0).DefaultIfEmpty().Max());
        var text = new StringBuilder();
        for (var i = 0; i < input.Lines.Count; i++)
        {
            var line = input.Lines[i].TrimEnd();
            if (i == input.Lines.Count - 1 && line.Length == 0)
            {
                break;
            }

            text.Append(line);
            if (notes.TryGetValue(i + 1, out var note))
            {
                text.Append(' ', Math.Max(0, width - line.Length)).Append("  ").Append(input.LineComment).Append(' ').Append(note);
            }

            text.Append('\n');
        }

        return text.Append(CultureInfo.InvariantCulture, $"{input.LineComment} {Ending.Of(input.Trace.End)}\n").ToString();
    }

    private static Dictionary<int, Visits> Collect(RenderingInput input)
    {
        var notes = new Dictionary<int, Visits>();
        var frames = new FrameStates();
        var running = 0;
        foreach (var e in input.Trace.Events)
        {
            if (e.Frame == 0)
            {
                if (e.Chunk is { } chunk && running > 0)
                {
                    Add(running, $"{(e.Kind == TraceEventKind.Input ? "reads" : "writes")} {RenderingInput.Quote(chunk)}");
                }

                continue;
            }

            var frame = frames.Apply(e);
            if (e.File is not null)
            {
                continue;
            }

            var changes = input.Changes(e, ", ");
            if (changes.Length > 0)
            {
                Add(e.Kind == TraceEventKind.Call || frame.PreviousLine == 0 ? e.Line : frame.PreviousLine, changes);
            }

            if (Outcome(input, e) is { } outcome)
            {
                Add(e.Line, outcome);
            }

            running = e.Kind == TraceEventKind.Return ? 0 : e.Line;
        }

        return notes;

        void Add(int line, string note)
        {
            if (!notes.TryGetValue(line, out var visits))
            {
                notes[line] = visits = new Visits();
            }

            visits.Add(note);
        }
    }

    private static string? Outcome(RenderingInput input, TraceEvent e) => e.Kind switch
    {
        TraceEventKind.Return when e.Value is { } value => $"→ {input.Show(value)}",
        TraceEventKind.Exception => $"raises {RenderingInput.Show(e.Exception!)}",
        TraceEventKind.Catch => $"catches {e.Exception!.Type}",
        _ => null,
    };

    private sealed class Visits
    {
        private readonly List<string> _shown = [];
        private int _more;

        public void Add(string note)
        {
            if (_shown.Count < MostVisits)
            {
                _shown.Add(note);
            }
            else
            {
                _more++;
            }
        }

        public override string ToString() =>
            string.Join("; ", _shown) + (_more > 0 ? string.Create(CultureInfo.InvariantCulture, $"; … {_more} more") : string.Empty);
    }
}
