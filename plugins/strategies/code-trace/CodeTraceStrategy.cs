using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Asking;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Strategies.CodeTrace.Lines;
using CodeAlchemy.Strategies.CodeTrace.Published;
using CodeAlchemy.Strategies.CodeTrace.Tasks;

namespace CodeAlchemy.Strategies.CodeTrace;

/// <summary>
/// Rows about executions. Without a model every case of a file is traced, and each task asks what the trace answers; with one, the
/// model writes trace points and a script. Every answer is taken from runs that three repetitions agree on.
/// </summary>
public sealed class CodeTraceStrategy : IStrategy
{
    private static readonly ImmutableArray<ITraceTask> AllTasks =
    [
        new PredictTrace(), new PredictOutput(), new PredictInput(), new PredictState(), new PredictLines(), new PredictException(),
    ];

    /// <inheritdoc/>
    public async IAsyncEnumerable<Outcome> Transform(
        SourceFile source, IWorkbench workbench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(workbench);
        var options = CodeTraceOptions.From(workbench.Options);
        if (SourceLimit.Refuse(source, options.MaxSourceCharacters) is { } refusal)
        {
            yield return refusal;
            yield break;
        }

        var mode = RowMode.Of(workbench);
        if (mode.Grounded)
        {
            await foreach (var outcome in Grounded(source, options, workbench, cancellationToken))
            {
                yield return outcome;
            }
        }

        if (mode.Model)
        {
            yield return await new PublishedRows(source, options, mode.Role, workbench).Make(cancellationToken);
        }
    }

    private static async IAsyncEnumerable<Outcome> Grounded(
        SourceFile source, CodeTraceOptions options, IWorkbench workbench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var made = 0;
        await foreach (var (study, reject) in CaseStudies.Of(source, workbench, options.MaxCases, options.Mutations, cancellationToken))
        {
            foreach (var outcome in study is null ? [reject!] : Ask(study, options, workbench))
            {
                made++;
                yield return outcome;
            }
        }

        if (made == 0)
        {
            yield return Reject(RejectReasons.NothingToAsk, "The program was executed, but none of the tasks finds a question in its traces.");
        }
    }

    private static IEnumerable<Outcome> Ask(CaseStudy study, CodeTraceOptions options, IWorkbench workbench)
    {
        if (UnreadInput.MayBeUsed(study))
        {
            yield break;
        }

        var maker = new SampleMaker(study, options, workbench);
        foreach (var task in AllTasks.Where(t => options.Tasks.Contains(t.Name)))
        {
            var index = 0;
            foreach (var question in task.Ask(study, options, workbench))
            {
                if (maker.Make(task, question, index) is { } outcome)
                {
                    index++;
                    yield return outcome;
                }
            }
        }
    }

    private static Reject Reject(string reason, string detail) => new() { Task = "*", Reason = reason, Detail = detail };
}
