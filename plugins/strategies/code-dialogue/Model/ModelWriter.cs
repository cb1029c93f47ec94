using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Grounded.Asking;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeDialogue.Model;

/// <summary>Has a model write a planned conversation: it gets the plan with the facts that were observed, and every program in its turns is run.</summary>
internal sealed class ModelWriter(Bench bench, RowMaker maker, string role)
{
    /// <summary>The row in the words of the model, or why there is none.</summary>
    public async ValueTask<Outcome> Write(Dialogue dialogue, CancellationToken cancellationToken)
    {
        var @case = dialogue.Cast.Lead.Case.Name;
        var conversation = new ModelConversation(bench.Workbench, role, dialogue.Task, @case);
        var schema = ModelTurn.Schema(dialogue.Turns.Length);
        conversation.Instruct("code-dialogue/model-system.scriban", ModelBrief.Stage(bench, dialogue));
        var check = new TurnCheck(bench, dialogue);
        if (await conversation.Ask("code-dialogue/model-write.scriban", ModelBrief.Of(bench, dialogue), schema, cancellationToken).ConfigureAwait(false) is not { } reply)
        {
            return conversation.Reject!;
        }

        var turns = ModelTurn.Of(reply.Structured!.Value);
        var finding = await check.Of(turns, cancellationToken).ConfigureAwait(false);
        if (finding.Observed is { } observed)
        {
            if (await conversation.Ask("code-dialogue/model-repair.scriban", ModelBrief.Repair(observed), schema, cancellationToken).ConfigureAwait(false) is not { } repaired)
            {
                return conversation.Reject!;
            }

            turns = ModelTurn.Of(repaired.Structured!.Value);
            finding = await check.Of(turns, cancellationToken).ConfigureAwait(false);
        }

        return finding.Reason is { } reason
            ? new Reject { Task = dialogue.Task, Case = @case, Reason = reason, Detail = finding.Detail, Evidence = finding.Evidence }
            : Row(dialogue, turns, finding, conversation);
    }

    private Sample Row(Dialogue dialogue, ImmutableArray<ModelTurn> turns, Finding finding, ModelConversation conversation)
    {
        var random = bench.Workbench.Random($"model/{dialogue.Task}/{dialogue.Number}");
        var first = maker.Open(dialogue, turns[0].Content.Trim(), dialogue.Turns[0].Turn.Exhibit, random);
        ImmutableArray<Message> messages = [.. turns.Select((t, i) => new Message(t.Role, i == 0 ? first.Text.Trim() : Text(t, i % 2 == 0 ? dialogue.Turns[i / 2].Turn.Exhibit : "")))];
        var row = maker.Row(dialogue, messages, [.. conversation.Prompts, first.Reference], "model");
        return row with
        {
            Models = conversation.Models,
            Verification =
            [
                .. row.Verification.Where(v => v.Method != "same-behaviour"), .. finding.Verified,
                new Verification("prose", VerificationStatus.Unverified, "what the turns say beside the checked programs and outputs"),
            ],
        };
    }

    // The program that a turn presents and the input that it brings belong to what is read.
    private string Text(ModelTurn turn, string exhibit)
    {
        var text = turn.Content.Trim();
        foreach (var block in new[] { exhibit, turn.Code is null ? "" : Fences.Wrap(turn.Code, bench.Source.Language) }.Where(b => b.Length > 0))
        {
            text = text.Contains(block, StringComparison.Ordinal) ? text : $"{text}\n\n{block}";
        }

        return text;
    }
}
