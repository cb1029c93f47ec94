using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>How a variable comes to the value that it ends with: every change, with the line that makes it.</summary>
internal sealed class How : IMove
{
    private const int MostCandidates = 12;
    private const int MostSteps = 9;
    private const int LongestValue = 60;

    public string Name => "how";

    public TraceTrust Needs => TraceTrust.Values | TraceTrust.Lines | TraceTrust.Changes;

    public Turn? Play(Scene scene)
    {
        var kind = TraceQuestions.All.First(k => k.Kind == "last-value");
        var question = kind.Ask(scene.Run, scene.Random).Take(MostCandidates)
            .Where(q => q.Steps.Length is > 2 and <= MostSteps && q.Answer.Length <= LongestValue && !scene.Memory.Has(Computed.Key(q)) && !Repeats.Of(scene, q))
            .OrderBy(q => Computed.Topics(q).Intersect(scene.Topics).Any() ? 0 : 1).FirstOrDefault();
        if (question is null)
        {
            return null;
        }

        var slots = Computed.Slots(question, scene);
        var facts = question.Facts.DeepClone().AsObject();
        facts["value"] = question.Answer;
        return new Turn
        {
            Study = scene.Run,
            Key = Computed.Key(question),
            Kind = question.Kind,
            IsOfRun = true,
            Ask = scene.Voice.Say(scene.Random, "ask-how", slots),
            Answer = $"{scene.Voice.Say(scene.Random, "say-how", slots)}\n\n{Words.List(question.Steps)}",
            About = Computed.Topics(question),
            Topics = Computed.Topics(question),
            Facts = facts,
        };
    }
}
