using System.Collections.Immutable;
using CodeAlchemy.Grounded.Questions.Kinds;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>The user has counted something, rightly or not, and wants it checked.</summary>
internal sealed class Guess : IMove
{
    private const int MostCandidates = 6;
    private const int Highest = 60;

    public static ImmutableArray<string> Kinds { get; } = ["line-count", "loop-iterations", "call-count", "branch-count", "change-count", "calls-inside"];

    public string Name => "guess";

    public Turn? Play(Scene scene)
    {
        var kind = Kinds[scene.Random.Next(Kinds.Length)];
        var question = TraceQuestions.All.First(k => k.Kind == kind).Ask(scene.Run, scene.Random).Take(MostCandidates)
            .FirstOrDefault(q => !scene.Memory.Has(Computed.Key(q)) && !Repeats.Of(scene, q) && !IsContradicted(scene, q) && int.Parse(q.Answer, null) is > 1 and <= Highest);
        if (question is null)
        {
            return null;
        }

        var number = int.Parse(question.Answer, null);
        var right = scene.Random.Next(2) == 0;
        var guess = right ? number : Wrong(number, scene.Random.Next(4));
        var slots = Computed.Slots(question, scene);
        slots["guess"] = Say.Number(guess);
        slots["guessed"] = Say.Times(guess);
        var turn = Computed.Answered(scene, question, slots);
        turn.Facts["guess"] = guess;
        return turn with
        {
            Ask = scene.Voice.Say(scene.Random, $"ask-guess-{kind}", slots),
            Answer = $"{scene.Voice.Say(scene.Random, right ? "say-guess-right" : "say-guess-wrong")} {turn.Answer}",
        };
    }

    // Who has asked about the second call of a function doesn't believe that there is one.
    private static bool IsContradicted(Scene scene, TraceQuestion question) =>
        question.Slots.Where(s => s.Key is "function" or "inner").Any(s => scene.Asked.Contains(s.Value, StringComparison.Ordinal));

    // Off by one is what people are most often.
    private static int Wrong(int number, int way) => way switch { 0 => number - 1, 1 or 2 => number + 1, _ => number + 2 };
}
