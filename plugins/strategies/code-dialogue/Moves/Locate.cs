using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions.Kinds;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>Which line holds the fault, and what is wrong with it.</summary>
internal sealed class Locate : IMove
{
    public string Name => "locate";

    public Turn? Play(Scene scene)
    {
        if (scene.Version is not { Fault: var fault } || scene.Has(Name))
        {
            return null;
        }

        var slots = new (string, string)[] { ("place", FaultText.Place(scene.Bench.Outline, fault.Line)), ("words", FaultWords.Of(fault.Mutant)) };
        return new Turn
        {
            Study = scene.Run,
            Key = $"{Name}/{fault.Line}/{fault.Mutant.After}",
            Ask = scene.Voice.Say(scene.Random, "ask-locate", ("run", scene.RunName)),
            Answer = $"{scene.Voice.Say(scene.Random, "say-locate", slots)}\n\n{Fences.Wrap(fault.WrongLine.Trim(), scene.Bench.Source.Language)}",
            Verification = FaultText.Evidence(fault),
            Topics = [Say.Line(fault.Line)],
            Facts = FaultText.Facts(fault),
        };
    }
}
