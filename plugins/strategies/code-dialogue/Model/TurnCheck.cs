using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Asking;
using CodeAlchemy.Grounded.Questions;

namespace CodeAlchemy.Strategies.CodeDialogue.Model;

/// <summary>Checks the turns that a model wrote: their order, what the user gives away, and every program by running it. One per conversation.</summary>
internal sealed class TurnCheck(Bench bench, Dialogue dialogue)
{
    private const double WholeProgram = 0.6;
    private readonly CodeRuns _runs = new(bench, dialogue);

    public async ValueTask<Finding> Of(ImmutableArray<ModelTurn> turns, CancellationToken cancellationToken)
    {
        if (Shape(turns) is { } wrong)
        {
            return wrong;
        }

        var verified = ImmutableArray.CreateBuilder<Verification>();
        foreach (var (turn, number) in turns.Select((t, i) => (t, i + 1)).Where(t => t.t.Code is not null || t.t.Claimed is not null))
        {
            var finding = await _runs.Of(turn, number, cancellationToken).ConfigureAwait(false);
            if (finding.Reason is not null)
            {
                return finding;
            }

            verified.AddRange(finding.Verified);
        }

        if (dialogue.Turns.Any(t => t.Move == "fix"))
        {
            var finding = await _runs.Repairs(turns.LastOrDefault(t => t is { Role: "assistant", Code: not null }), cancellationToken).ConfigureAwait(false);
            return finding.Reason is null ? finding with { Verified = [.. verified, .. finding.Verified] } : finding;
        }

        return new Finding(verified.ToImmutable());
    }

    private Finding? Shape(ImmutableArray<ModelTurn> turns)
    {
        if (turns.Length != 2 * dialogue.Turns.Length || turns.Where((t, i) => t.Role != (i % 2 == 0 ? "user" : "assistant")).Any())
        {
            return Finding.Wrong("code-dialogue.wrong-turns", "The turns are not those of the plan: user and assistant in turn, as many as were asked for.");
        }

        for (var i = 0; i < dialogue.Turns.Length; i++)
        {
            if (dialogue.Turns[i].Turn.Secret is { } secret && AnswerLeak.GivesAway(turns[2 * i].Content, secret))
            {
                return Finding.Wrong("code-dialogue.gives-answer-away", $"Turn {(2 * i) + 1} holds the answer that it asks for.");
            }
        }

        var lines = Lines(bench.Source.Text) * WholeProgram;
        var unmarked = turns.Select((t, i) => (t, i)).FirstOrDefault(t => CodeBlocks.In(t.t.Content).Any(b => Lines(b.Code) >= lines && b.Info == bench.Source.Language && b.Code.TrimEnd() != t.t.Code?.TrimEnd()));
        return unmarked.t is null ? null : Finding.Wrong("code-dialogue.unmarked-code", $"Turn {unmarked.i + 1} presents a program that is not marked as one, so it was not run.");
    }

    private static int Lines(string text) => text.Split('\n').Count(l => l.Trim().Length > 0);
}
