using System.Runtime.CompilerServices;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Asking;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Strategies.CodeQa.Problems;

namespace CodeAlchemy.Strategies.CodeQa;

/// <summary>
/// Questions of many kinds about executions, each with the answer that the trace gives: of every case a spread selection, and
/// some questions about two cases of the same program. With a model, self-contained problems made of the file as a seed.
/// </summary>
public sealed class CodeQaStrategy : IStrategy
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<Outcome> Transform(
        SourceFile source, IWorkbench workbench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(workbench);
        var options = CodeQaOptions.From(workbench.Options);
        if (SourceLimit.Refuse(source, options.MaxSourceCharacters) is { } refusal)
        {
            yield return refusal;
            yield break;
        }

        var mode = RowMode.Of(workbench);
        if (mode.Model)
        {
            await foreach (var outcome in ProblemSet.Of(source, workbench, mode.Role, options, cancellationToken))
            {
                yield return outcome;
            }
        }

        if (mode.Grounded)
        {
            await foreach (var outcome in Computed(source, workbench, options, cancellationToken))
            {
                yield return outcome;
            }
        }
    }

    private static async IAsyncEnumerable<Outcome> Computed(
        SourceFile source, IWorkbench workbench, CodeQaOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chooser = new QuestionChooser(options, workbench);
        var studies = new List<CaseStudy>();
        var made = 0;
        await foreach (var (study, reject) in CaseStudies.Of(source, workbench, options.MaxCases, options.Mutations, cancellationToken))
        {
            foreach (var outcome in study is null ? [reject!] : chooser.Ask(study).Cast<Outcome>())
            {
                made++;
                yield return outcome;
            }

            if (study is not null)
            {
                studies.Add(study);
            }
        }

        foreach (var sample in chooser.Compare(studies))
        {
            made++;
            yield return sample;
        }

        if (made == 0)
        {
            yield return Reject(RejectReasons.NothingToAsk, "The program was executed, but none of the kinds finds a question in its traces.");
        }
    }

    private static Reject Reject(string reason, string detail) => new() { Task = "*", Reason = reason, Detail = detail };
}
