using System.Runtime.CompilerServices;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeQa;

/// <summary>
/// Questions of many kinds about executions, each with the answer that the trace gives: of every case a spread selection, and
/// some questions about two cases of the same program. No model is needed.
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
        if (Refuse(source, options) is { } refusal)
        {
            yield return refusal;
            yield break;
        }

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

    private static Reject? Refuse(SourceFile source, CodeQaOptions options)
    {
        if (options.Kinds.FirstOrDefault(k => !TraceQuestions.All.Any(q => q.Kind == k) && !TraceQuestions.Pairs.Any(q => q.Kind == k)) is { } unknown)
        {
            return Reject("code-qa.unknown-kind", $"There is no kind of question called {unknown}; docs/code-qa.md lists them. Correct kinds in the manifest.");
        }

        return source.Text.Length <= options.MaxSourceCharacters ? null : Reject(
            RejectReasons.SourceTooLong, $"The file has {source.Text.Length} characters; maxSourceCharacters is {options.MaxSourceCharacters}.");
    }

    private static Reject Reject(string reason, string detail) => new() { Task = "*", Reason = reason, Detail = detail };
}
