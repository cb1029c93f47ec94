using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>Puts a question together: what it says in words and in values a program can read, side by side.</summary>
internal sealed class Draft(string answer)
{
    /// <summary>Most steps that are told; of more only the two ends.</summary>
    public const int MostSteps = 12;
    private readonly Dictionary<string, string> _slots = new(StringComparer.Ordinal);
    private readonly JsonObject _facts = [];
    private ImmutableArray<string> _steps = [];

    public Draft(int answer)
        : this(Say.Number(answer))
    {
    }

    public Draft Line(int line, string slot = "line") => Slot(slot, Say.Line(line)).Fact(slot, line);

    public Draft Visit(int visit) => Slot("time", Say.Time(visit)).Fact("visit", visit);

    public Draft Variable(string name, string slot = "name") => Slot(slot, Say.Code(name)).Fact(slot == "name" ? "variable" : slot, name);

    public Draft Function(string name, string slot = "function") => Slot(slot, Say.Code(name)).Fact(slot, name);

    public Draft Call(TraceIndex index, CallInfo call) =>
        Slot("call", Say.Call(index, call)).Fact("function", call.Function).Fact("call", call.Number);

    public Draft Within(TraceIndex index, int frame) =>
        Slot("within", Say.Within(index, frame)).Fact("within", index.CallOf(frame)!.Function).Fact("call", index.CallOf(frame)!.Number);

    public Draft Slot(string name, string text)
    {
        _slots[name] = text;
        return this;
    }

    public Draft Fact(string name, JsonNode value)
    {
        _facts[name] = value;
        return this;
    }

    // A long list tells less than its two ends.
    public Draft Steps(IEnumerable<string> steps)
    {
        var all = steps.ToImmutableArray();
        var left = all.Length - MostSteps + 1;
        _steps = all.Length <= MostSteps ? all : [.. all.Take(5), $"{left} steps are left out here", .. all.TakeLast(MostSteps - 6)];
        return this;
    }

    public TraceQuestion Finish(string kind, AnswerForm form) => new()
    {
        Kind = kind,
        Form = form,
        Answer = answer,
        Slots = _slots.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Steps = _steps,
        Facts = _facts,
    };
}
