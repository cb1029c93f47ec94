using System.Text.Json.Nodes;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>Which functions a run never enters.</summary>
internal sealed class Idle : IMove
{
    private const int Most = 6;

    public string Name => "idle";

    public TraceTrust Needs => TraceTrust.Lines;

    public Turn? Play(Scene scene)
    {
        var study = scene.Run;
        var key = Keys.Of(Name, study, "");
        if (study.Replay.Truncated || scene.Memory.Has(key))
        {
            return null;
        }

        var idle = FunctionUse.Unused(scene.Bench.Outline, TraceAnswers.CoveredLines(study.Replay), CallGraph.Of(study.Trace).Calls);
        if (idle.Length is 0 or > Most || idle.Length == scene.Bench.Outline.Functions.Length)
        {
            return null;
        }

        var list = Say.List([.. idle.Select(f => $"{Fences.Span(f.Name)} ({Say.Line(f.Span.StartLine)})")]);
        return new Turn
        {
            Study = study,
            Key = key,
            IsOfRun = true,
            Ask = scene.Voice.Say(scene.Random, "ask-idle", ("run", scene.RunName)),
            Answer = scene.Voice.Say(scene.Random, idle.Length == 1 ? "say-idle-one" : "say-idle", ("list", list), ("run", scene.RunName)),
            Topics = [.. idle.Select(f => Fences.Span(f.Name))],
            Facts = new JsonObject { ["functions"] = new JsonArray([.. idle.Select(f => (JsonNode)f.Name)]) },
        };
    }
}
