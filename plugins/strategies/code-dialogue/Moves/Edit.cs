using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Questions.Kinds;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>What if a line read differently: the changed program is run the same way.</summary>
internal sealed class Edit : IMove
{
    public string Name => "edit";

    public Turn? Play(Scene scene)
    {
        var study = scene.Run;
        var version = scene.Bench.Versions.FirstOrDefault(v => scene.Memory.IsFree(v) && v.Fault.Study == study && v.Fault.WrongLine.Trim().Length > 2);
        if (version is null || !scene.Bench.IsShowable(study.Output))
        {
            return null;
        }

        var fault = version.Fault;
        var slots = new (string, string)[]
        {
            ("run", scene.RunName), ("line", Say.Line(fault.Line)), ("place", FaultText.Place(scene.Bench.Outline, fault.Line)),
            ("old", Fences.Span(fault.RightLine.Trim())), ("new", Fences.Span(fault.WrongLine.Trim())),
        };
        var parting = fault.Divergence is { } divergence && FaultText.CanTell(divergence) && !IsUnclear(scene, divergence) ? FaultText.ChangedParting(scene.Bench.Outline, fault) : "";
        return new Turn
        {
            Study = version.Runs[0],
            Seen = [study],
            Key = $"{Name}/{fault.Line}",
            IsOfRun = true,
            Ask = scene.Voice.Say(scene.Random, fault.Mutant.Operator == "removal" ? "ask-edit-removal" : "ask-edit", slots),
            Answer = Effect.Of(scene, fault, slots) + (parting.Length > 0 ? $"\n\n{parting}" : ""),
            Takes = version,
            Secret = fault.Output != study.Output && !scene.Program.Contains(fault.Output.Trim(), StringComparison.Ordinal) ? fault.Output : null,
            About = [Say.Line(fault.Line)],
            Topics = [Say.Line(fault.Line)],
            Facts = FaultText.Facts(fault),
        };
    }

    /// <summary>Whether two executions part on a line that runs in a way that no reader would count.</summary>
    public static bool IsUnclear(Scene scene, StateDivergence divergence) =>
        new[] { divergence.Expected, divergence.Actual }.OfType<LineVisit>().Any(v => Fairness.IsUnclear(scene, v.Line));
}
