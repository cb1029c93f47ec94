using System.Text.Json.Nodes;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>The first moment at which the changed version is in another state than the file as it is, in the same run.</summary>
internal sealed class FirstWrong : IMove
{
    public string Name => "first-wrong";

    public TraceTrust Needs => TraceTrust.Lines | TraceTrust.Steps;

    // Where values were cut, an earlier difference may be hidden in one of them; what a changed return gives is seen in no variable.
    public Turn? Play(Scene scene)
    {
        if (scene.Version is not { Fault: { Divergence: { } divergence } fault } version || scene.Has(Name) || (!fault.SeesAll && !divergence.Variables.IsEmpty) || TraceIndex.Of(fault.Study).Source.IsReturn(fault.Line) || !FaultText.CanTell(divergence) || Edit.IsUnclear(scene, divergence) || !(scene.Has("locate") || scene.Has("propose")))
        {
            return null;
        }

        var reviewed = scene.Has("propose");
        var slots = new (string, string)[] { ("place", FaultText.Place(scene.Bench.Outline, fault.Line)), ("run", scene.RunName) };
        return new Turn
        {
            Study = version.Runs[0],
            Seen = [fault.Study],
            Key = $"{Name}/{fault.Line}/{fault.Mutant.After}",
            Ask = scene.Voice.Say(scene.Random, reviewed ? "ask-first-change" : "ask-first-wrong", slots),
            Answer = $"{scene.Voice.Say(scene.Random, reviewed ? "say-first-change" : "say-first-wrong", slots)} "
                + (reviewed ? FaultText.ChangedParting(scene.Bench.Outline, fault) : FaultText.Parting(scene.Bench.Outline, fault))
                + (divergence.Actual is null && !reviewed ? Failure.Of(scene, version.Runs[0], " ") : ""),
            Facts = new JsonObject { ["step"] = divergence.Step, ["expectedLine"] = divergence.Expected?.Line, ["actualLine"] = divergence.Actual?.Line },
        };
    }
}
