using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>A call, gone through line by line.</summary>
internal sealed class Walk : IMove
{
    private const int FewestLines = 3;
    private const int MostLines = 14;
    private const int LongestCode = 90;
    private const int LongestValue = 60;

    public string Name => "walk";

    // Every line of a call is told, and none may be missing.
    public TraceTrust Needs => TraceTrust.All;

    public Turn? Play(Scene scene)
    {
        var index = TraceIndex.Of(scene.Run);
        return CallWalk.Candidates(index, scene.Random, FewestLines, MostLines).Take(8).Select(call => Make(scene, index, call)).FirstOrDefault(turn => turn is not null);
    }

    private Turn? Make(Scene scene, TraceIndex index, CallInfo call)
    {
        // A bracket is a line of the tracer's, not of a reader's.
        var lines = CallWalk.Of(index, call).Where(l => index.Source.HoldsWords(l.Line)).ToList();
        // The same function once per file: its next call reads much the same.
        var key = $"{Name}/{call.Function}";
        if (scene.Memory.Has(key) || Repeats.IsAskedOf(scene, Say.Call(index, call)) || lines.Count(l => !l.Notes.IsEmpty) * 2 < lines.Count || lines.Any(l => Fairness.IsUnclear(scene, l.Line)) || index.Source.SharesVariables)
        {
            return null;
        }

        var arguments = call.Parameters.Where(p => Literals.IsPlain(p.Value) && p.Value.Text.Length <= LongestValue && p.Name is not ("self" or "this")).Select(p => Fences.Span($"{p.Name} = {p.Value.Text}")).ToList();
        var begin = arguments.Count > 0 ? $" It begins with {Say.List(arguments)}." : "";
        var end = call.Returned is { } value && Literals.IsPlain(value) && value.Text.Length <= LongestValue && value.Text is not ("None" or "undefined" or "void")
            ? $"\n\nIt returns {Fences.Span(value.Text)}." : "";
        var slots = new (string, string)[] { ("call", Say.Call(index, call)), ("run", scene.RunName) };
        return new Turn
        {
            Study = scene.Run,
            Key = key,
            IsOfRun = true,
            Ask = scene.Voice.Say(scene.Random, "ask-walk", slots),
            Answer = $"{scene.Voice.Say(scene.Random, "say-walk", slots)}{begin}\n\n{string.Join('\n', lines.Select((l, i) => $"{i + 1}. {Told(index, l.Line, l.Notes)}"))}{end}",
            About = [Fences.Span(call.Function)],
            Topics = [Fences.Span(call.Function)],
            Facts = new JsonObject { ["function"] = call.Function, ["call"] = call.Number, ["lines"] = new JsonArray([.. lines.Select(l => (JsonNode)l.Line)]) },
        };
    }

    private static string Told(TraceIndex index, int line, ImmutableArray<string> notes)
    {
        var code = index.Source[line].Trim();
        var shown = code.Length <= LongestCode ? $", {Fences.Span(code)}" : "";
        return $"{Voice.Capital(Say.Line(line))}{shown}{(notes.IsEmpty ? "" : $": {Say.List(notes)}")}";
    }
}
