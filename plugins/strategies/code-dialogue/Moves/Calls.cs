using System.Text.Json.Nodes;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>Which functions a run goes through, and how often.</summary>
internal sealed class Calls : IMove
{
    private const int MostFunctions = 12;
    private const int MostCalls = 400;

    public string Name => "calls";

    public TraceTrust Needs => TraceTrust.Calls;

    public Turn? Play(Scene scene)
    {
        var index = TraceIndex.Of(scene.Run);
        var functions = index.Functions.ToList();
        var key = Keys.Of(Name, scene.Run, "");
        if (scene.Memory.Has(key) || Repeats.HasCounted(scene) || !index.IsSequential || functions.Count is < 2 or > MostFunctions || index.Calls.Length > MostCalls || !IsComplete(scene, index))
        {
            return null;
        }

        return new Turn
        {
            Study = scene.Run,
            Key = key,
            IsOfRun = true,
            Ask = scene.Voice.Say(scene.Random, "ask-calls", ("run", scene.RunName)),
            Answer = $"{scene.Voice.Say(scene.Random, "say-calls", ("run", scene.RunName))}\n\n{Words.List(functions.Select(f => Told(index, f)))}",
            Facts = new JsonObject([.. functions.Select(f => KeyValuePair.Create(f, (JsonNode?)index.CallsOf(f).Length))]),
        };
    }

    // A list that leaves out functions without a name of their own would be wrong; bodies of classes are no functions.
    private static bool IsComplete(Scene scene, TraceIndex index) => index.Calls
        .All(c => !c.InMainFile || TraceIndex.IsMain(c) || index.IsNameable(c.Function) || scene.Bench.Outline.Types.Any(t => t.Name == c.Function));

    private static string Told(TraceIndex index, string function)
    {
        var calls = index.CallsOf(function);
        var first = calls[0].Site > 0 ? $", {(calls.Length == 1 ? "from" : "first from")} {Say.Line(calls[0].Site)}" : "";
        return $"{Fences.Span(function)}: {Say.Count(calls.Length, "call")}{first}";
    }
}
