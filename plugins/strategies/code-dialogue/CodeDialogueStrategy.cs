using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Asking;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Strategies.CodeDialogue.Model;
using CodeAlchemy.Strategies.CodeDialogue.Plans;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>
/// Conversations over runs of a file: it is executed and traced, faults are made and observed, and a plan says what is asked when.
/// Without a model the words are computed too; with one, the model writes the turns and the code in them is run before they are kept.
/// </summary>
public sealed class CodeDialogueStrategy : IStrategy
{
    private const double MostAlike = 0.5;

    /// <inheritdoc/>
    public async IAsyncEnumerable<Outcome> Transform(
        SourceFile source, IWorkbench workbench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(workbench);
        var options = DialogueOptions.From(workbench.Options);
        if (SourceLimit.Refuse(source, options.MaxSourceCharacters) is { } refusal)
        {
            yield return refusal;
            yield break;
        }

        var studies = ImmutableArray.CreateBuilder<CaseStudy>();
        await foreach (var (study, reject) in CaseStudies.Of(source, workbench, options.MaxCases, options.Mutations, cancellationToken))
        {
            if (study is not null)
            {
                studies.Add(study);
            }
            else
            {
                yield return reject!;
            }
        }

        if (studies.Count > 0)
        {
            var bench = await Bench.Of(source, workbench, options, studies.ToImmutable(), cancellationToken).ConfigureAwait(false);
            await foreach (var outcome in Talk(bench, RowMode.Of(workbench), cancellationToken))
            {
                yield return outcome;
            }
        }
    }

    private static async IAsyncEnumerable<Outcome> Talk(Bench bench, RowMode mode, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var maker = new RowMaker(bench);
        var writer = new ModelWriter(bench, maker, mode.Role);
        var dialogues = Stage(bench);
        foreach (var dialogue in dialogues)
        {
            if (mode.Grounded)
            {
                yield return maker.Make(dialogue);
            }

            if (mode.Model)
            {
                yield return await writer.Write(dialogue, cancellationToken).ConfigureAwait(false);
            }
        }

        if (dialogues.Count == 0)
        {
            yield return Reject(RejectReasons.NothingToAsk, $"The program was executed, but its runs carry no conversation of at least {bench.Options.FewestTurns} turns.");
        }
    }

    // Tasks take turns from a seeded one on; where one has nothing to offer, the next steps in.
    private static List<Dialogue> Stage(Bench bench)
    {
        var director = new Director(bench, new Memory());
        var plans = AllPlans.Plans.Where(p => bench.Options.Tasks.Contains(p.Task)).ToList();
        var first = bench.Workbench.Random("tasks").Next(Math.Max(1, plans.Count));
        var dialogues = new List<Dialogue>();
        for (var number = 0; number < bench.Options.Dialogues; number++)
        {
            var staged = plans.Select((_, i) => plans[(first + number + i) % plans.Count]).Select(plan => director.Stage(plan, number))
                .FirstOrDefault(d => d is not null && !dialogues.Any(other => Likeness.Of(Likeness.Said(other), Likeness.Said(d)) > MostAlike));
            if (staged is not null)
            {
                dialogues.Add(staged);
            }
        }

        return dialogues;
    }

    private static Reject Reject(string reason, string detail) => new() { Task = "*", Reason = reason, Detail = detail };
}
