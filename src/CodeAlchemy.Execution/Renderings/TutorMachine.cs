using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Renderings;

/// <summary>Frames, heap and output while a trace is played for <see cref="TutorRendering"/>. Not thread-safe.</summary>
internal sealed class TutorMachine
{
    private const string ModuleName = "<module>";

    private readonly FrameStates _states = new();
    private readonly List<(int Frame, FrameState State)> _stack = [];
    private readonly SortedDictionary<int, TraceValue> _heap = [];
    private readonly StringBuilder _stdout = new();

    /// <summary>Takes an event in and gives its step; <see langword="null"/> for events that are none.</summary>
    public JsonObject? Take(TraceEvent e)
    {
        if (e.Frame == 0)
        {
            _stdout.Append(e is { Kind: TraceEventKind.Output, Chunk.Descriptor: 1 } ? Encoding.UTF8.GetString(e.Chunk.Bytes.AsSpan()) : string.Empty);
            return null;
        }

        var state = _states.Apply(e);
        foreach (var value in e.Set.Select(v => v.Value).Where(v => v.Alias != 0))
        {
            _heap[value.Alias] = value;
        }

        if (!_stack.Exists(entry => entry.Frame == e.Frame))
        {
            _stack.Add((e.Frame, state));
        }

        var step = EventName(e) is { } name ? Step(e, name, state) : null;
        if (e.Kind == TraceEventKind.Return)
        {
            _stack.RemoveAll(entry => entry.Frame == e.Frame);
        }

        return step;
    }

    private static string? EventName(TraceEvent e) => e.Kind switch
    {
        TraceEventKind.Call => "call",
        TraceEventKind.Line => "step_line",
        TraceEventKind.Return when !e.Unwound => "return",
        TraceEventKind.Exception => "exception",
        _ => null,
    };

    private JsonObject Step(TraceEvent e, string name, FrameState state)
    {
        var module = _stack.Find(entry => entry.State.Function == ModuleName).State;
        var step = new JsonObject { ["event"] = name, ["line"] = e.Line, ["func_name"] = state.Function };
        if (e.Exception is { } exception)
        {
            step["exception_msg"] = RenderingInput.Show(exception);
        }

        step["globals"] = Values(module);
        step["ordered_globals"] = Names(module);
        step["stack_to_render"] = new JsonArray([.. _stack.Where(entry => entry.State.Function != ModuleName).Select(entry => Frame(entry.Frame, entry.State, e))]);
        step["heap"] = new JsonObject(_heap.Select(entry => KeyValuePair.Create(
            entry.Key.ToString(CultureInfo.InvariantCulture),
            (JsonNode?)new JsonArray("INSTANCE_PPRINT", entry.Value.Type, entry.Value.Text))));
        step["stdout"] = _stdout.ToString();
        return step;
    }

    private static JsonObject Frame(int number, FrameState state, TraceEvent e)
    {
        var locals = Values(state);
        var names = Names(state);
        if (e.Kind == TraceEventKind.Return && e.Frame == number)
        {
            locals["__return__"] = e.Value is { } value ? Encode(value) : null;
            names.Add("__return__");
        }

        return new JsonObject
        {
            ["func_name"] = state.Function,
            ["frame_id"] = number,
            ["unique_hash"] = string.Create(CultureInfo.InvariantCulture, $"{state.Function}_f{number}"),
            ["is_highlighted"] = e.Frame == number,
            ["is_parent"] = false,
            ["is_zombie"] = false,
            ["parent_frame_id_list"] = new JsonArray(),
            ["encoded_locals"] = locals,
            ["ordered_varnames"] = names,
        };
    }

    private static JsonObject Values(FrameState? state) =>
        new(state?.Variables.Select(v => KeyValuePair.Create(v.Name, Encode(v.Value))) ?? []);

    private static JsonArray Names(FrameState? state) => new([.. state?.Variables.Select(v => (JsonNode?)v.Name) ?? []]);

    private static JsonNode? Encode(TraceValue value) => value.Alias != 0 ? new JsonArray("REF", value.Alias) : TutorLiteral.Of(value);
}
