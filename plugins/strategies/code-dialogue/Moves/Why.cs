using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>Why control goes where it goes after a condition: the values that decide.</summary>
internal sealed class Why : IMove
{
    private const int MostCandidates = 20;

    public string Name => "why";

    public TraceTrust Needs => TraceTrust.Lines;

    public Turn? Play(Scene scene)
    {
        var kind = TraceQuestions.All.First(k => k.Kind == "branch-next");
        var index = TraceIndex.Of(scene.Run);
        var question = kind.Ask(scene.Run, scene.Random).Take(MostCandidates)
            .Where(q => q.Steps is [var values, _] && values.StartsWith("at that moment", StringComparison.Ordinal) && !scene.Memory.Has(Key(q))
                && !Repeats.HasNamed(scene, q.Slots["line"]) && !Fairness.IsUnclear(scene, q) && IsDecided(index, q))
            .OrderBy(q => Computed.Topics(q).Intersect(scene.Topics).Any() ? 0 : 1).FirstOrDefault();
        if (question is null)
        {
            return null;
        }

        var slots = Computed.Slots(question, scene);
        var facts = question.Facts.DeepClone().AsObject();
        facts["next"] = int.Parse(question.Answer, null);
        return new Turn
        {
            Study = scene.Run,
            Key = Key(question),
            Kind = question.Kind,
            IsOfRun = true,
            Ask = scene.Voice.Say(scene.Random, "ask-why", slots),
            Answer = string.Join(' ', question.Steps.Select(s => $"{Voice.Capital(s)}.")),
            About = Computed.Topics(question),
            Topics = Computed.Topics(question),
            Facts = facts,
        };
    }

    // Values that do not decide the condition explain nothing.
    private static bool IsDecided(TraceIndex index, TraceQuestion question)
    {
        var (line, visit) = (question.Facts["line"]!.GetValue<int>(), question.Facts["visit"]!.GetValue<int>());
        return index.Steps.FirstOrDefault(s => s.Line == line && s.Visit == visit) is { } step && Decisions.AreByScalars(index, step);
    }

    private string Key(TraceQuestion question) => $"{Name}/{question.Slots["line"]}";
}
