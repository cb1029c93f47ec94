using System.Text;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Renderings;

/// <summary>
/// JSON as Python Tutor's visualiser reads it (its document opt-trace-format.md): the code and one
/// step per event, each with the stack of frames, the heap and what was written so far. The trace holds values as text, so an object
/// stands in the heap as <c>INSTANCE_PPRINT</c> with its type and text; what is a number, a truth value or a quoted string in the
/// language becomes one in JSON. One step per line.
/// </summary>
internal sealed class TutorRendering : ITraceRendering
{
    public string Name => "tutor";

    public string Render(RenderingInput input)
    {
        var machine = new TutorMachine();
        var text = new StringBuilder();
        text.Append("{\"code\": ").Append(RenderingInput.Quote(string.Join('\n', input.Lines))).Append(", \"trace\": [\n");
        var separator = string.Empty;
        foreach (var e in input.Trace.Events)
        {
            if (machine.Take(e) is { } step)
            {
                text.Append(separator).Append(RenderingInput.Json(step));
                separator = ",\n";
            }
        }

        return text.Append("\n]}\n").ToString();
    }
}
