using System.Collections.Immutable;
using CodeAlchemy.Grounded.Questions.Kinds;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>A question of some kinds that the trace answers. Among them, one goes first that stays with what was just talked about.</summary>
internal sealed class ComputedQuestion(string name, params ImmutableArray<string> kinds) : IMove
{
    private const int MostCandidates = 12;

    public string Name => name;

    public ImmutableArray<string> Kinds => kinds;

    public Turn? Play(Scene scene)
    {
        var left = kinds.ToList();
        while (left.Count > 0)
        {
            var at = scene.Random.Next(left.Count);
            if (Of(scene, TraceQuestions.All.First(k => k.Kind == left[at])) is { } turn)
            {
                return turn;
            }

            left.RemoveAt(at);
        }

        return null;
    }

    private static Turn? Of(Scene scene, ITraceQuestion kind) =>
        kind.Ask(scene.Run, scene.Random).Take(MostCandidates)
            .Where(q => !scene.Memory.Has(Computed.Key(q)) && !(Computed.IsAboutOutput(q.Kind) && scene.Knows(scene.Run)) && !Repeats.Of(scene, q))
            .OrderBy(q => Computed.Topics(q).Intersect(scene.Topics).Any() ? 0 : 1)
            .Select(q => Make(scene, q)).FirstOrDefault(t => t is not null);

    private static Turn? Make(Scene scene, TraceQuestion question)
    {
        var slots = Computed.Slots(question, scene);
        var turn = Computed.Answered(scene, question, slots) with { Ask = scene.Voice.Say(scene.Random, $"ask-{question.Kind}", slots) };
        return turn.Secret is { } secret && scene.GivesAway(turn.Ask, secret) ? null : turn;
    }
}
