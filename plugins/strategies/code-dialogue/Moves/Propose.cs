using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Mutation;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions.Kinds;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>A change as a diff: whether it alters what the program does. Some changes don't.</summary>
internal sealed class Propose : IMove
{
    public const string Before = "the run before the change";
    public const string After = "the run after the change";

    public string Name => "propose";

    public Turn? Play(Scene scene) => scene.Turns.Count > 0 ? null
        : scene.Version is { } version ? Differs(scene, version) : scene.Harmless is { } harmless ? Same(scene, harmless) : null;

    private static Turn Differs(Scene scene, ChangedVersion version)
    {
        var fault = version.Fault;
        var slots = Slots(scene, fault.Line);
        return new Turn
        {
            Study = version.Runs[0],
            Seen = [fault.Study],
            Key = $"propose/{fault.Line}/{fault.Mutant.After}",
            Ask = scene.Voice.Say(scene.Random, "ask-propose", slots),
            Exhibit = Diff(scene, fault.Mutant),
            Answer = $"{scene.Voice.Say(scene.Random, "say-differs", slots)} {Effect.Of(scene, fault, slots)}",
            Introduces = (version.Runs[0], After),
            Shows = [version.Runs[0]],
            Topics = [Say.Line(fault.Line)],
            Facts = With(FaultText.Facts(fault), "differs"),
        };
    }

    private static Turn Same(Scene scene, ProgramMutant change)
    {
        var slots = Slots(scene, change.Span.StartLine);
        var count = scene.Bench.Studies.Length;
        return new Turn
        {
            Study = scene.Run,
            Seen = [.. scene.Bench.Studies],
            Key = $"propose/{change.Span.StartLine}/{change.After}",
            Ask = scene.Voice.Say(scene.Random, "ask-propose", slots),
            Exhibit = Diff(scene, change),
            Answer = scene.Voice.Say(scene.Random, !scene.Bench.ReadsInput ? "say-same-only" : count == 1 ? "say-same-run" : "say-same-runs", [.. slots, ("count", Say.Number(count))]),
            Verification = [new Verification("same-behaviour", VerificationStatus.Verified, $"standard output and exit status are equal in {Say.Count(count, "case")}")],
            Topics = [Say.Line(change.Span.StartLine)],
            Facts = With(new JsonObject { ["line"] = change.Span.StartLine, ["operator"] = change.Operator, ["before"] = change.Before, ["after"] = change.After }, "same"),
        };
    }

    private static (string, string)[] Slots(Scene scene, int line) =>
        [("run", scene.RunName), ("place", FaultText.Place(scene.Bench.Outline, line)), ("line", Say.Line(line))];

    private static string Diff(Scene scene, ProgramMutant change) =>
        "The change:\n\n" + Fences.Wrap(LineDiff.Unified(scene.Bench.Source.FileName, scene.Bench.Source.Text, change.Text), "diff");

    private static JsonObject With(JsonObject facts, string verdict)
    {
        facts["verdict"] = verdict;
        return facts;
    }
}
