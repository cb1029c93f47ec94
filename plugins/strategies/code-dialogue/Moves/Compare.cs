using System.Collections.Immutable;
using CodeAlchemy.Grounded.Questions.Kinds;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>Something that two runs do differently: how often a line runs or a function is called, which of them reaches a line.</summary>
internal sealed class Compare : IMove
{
    private const int MostCandidates = 8;

    public static ImmutableArray<string> Kinds { get; } = ["pair-only-one", "pair-more-runs", "pair-extra-calls", "pair-first-difference"];

    public string Name => "compare";

    public Turn? Play(Scene scene)
    {
        if (scene.Before is null)
        {
            return null;
        }

        var from = scene.Random.Next(Kinds.Length);
        return Enumerable.Range(0, Kinds.Length).Select(i => Of(scene, TraceQuestions.Pairs.First(k => k.Kind == Kinds[(from + i) % Kinds.Length]))).FirstOrDefault(t => t is not null);
    }

    private static Turn? Of(Scene scene, IPairQuestion kind)
    {
        var before = scene.Before!;
        var question = kind.Ask(before, scene.Run, scene.Random).Take(MostCandidates)
            .Where(q => !scene.Memory.Has(Computed.Key(q)) && !Repeats.Of(scene, q) && !(kind.Kind == "pair-first-difference" && scene.Knows(before) && scene.Knows(scene.Run)))
            .OrderBy(q => Computed.Topics(q).Intersect(scene.Topics).Any() ? 0 : 1).FirstOrDefault();
        if (question is null)
        {
            return null;
        }

        var (one, two) = (scene.NameOf(before), scene.NameOf(scene.Run));
        var facts = question.Facts.DeepClone().AsObject();
        facts["answer"] = question.Answer;
        var slots = new Dictionary<string, string>(question.Slots) { ["first"] = one, ["second"] = two, ["answer"] = Told(question, one, two) };
        return new Turn
        {
            Study = scene.Run,
            Seen = [before],
            Key = Computed.Key(question),
            Kind = question.Kind,
            Ask = scene.Voice.Say(scene.Random, $"ask-{question.Kind}", slots),
            Answer = scene.Voice.Say(scene.Random, $"say-{question.Kind}", slots),
            Steps = kind.Kind == "pair-only-one" ? [] : [.. question.Steps.Select(s => Named(s, one, two))],
            About = Computed.Topics(question),
            Topics = Computed.Topics(question),
            Facts = facts,
        };
    }

    private static string Told(TraceQuestion question, string one, string two) => question.Form switch
    {
        AnswerForm.Which => question.Answer == "first" ? one : two,
        _ when question.Kind == "pair-extra-calls" => $"{question.Answer[1..]} {(question.Answer[0] == '+' ? "more" : "fewer")} {(question.Answer[1..] == "1" ? "call" : "calls")}",
        _ => question.Answer,
    };

    private static string Named(string step, string one, string two) => step
        .Replace("the first run", "\u0001", StringComparison.Ordinal).Replace("the second run", "\u0002", StringComparison.Ordinal)
        .Replace("\u0001", one, StringComparison.Ordinal).Replace("\u0002", two, StringComparison.Ordinal);
}
