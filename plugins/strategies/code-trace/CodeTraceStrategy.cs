using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Text;
using CodeAlchemy.Strategies.CodeTrace.Tasks;

namespace CodeAlchemy.Strategies.CodeTrace;

/// <summary>
/// Rows about executions: every case of a file is traced, and each task asks what the trace answers. No model is needed, and
/// every answer is taken from a run that three repetitions agree on.
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
        if (source.Text.Length > options.MaxSourceCharacters)
        {
            yield return Reject(
                "code-trace.source-too-long", null, $"The file has {source.Text.Length} characters; maxSourceCharacters is {options.MaxSourceCharacters}.");
            yield break;
        }

        var made = 0;
        await foreach (var outcome in TransformCases(source, options, workbench, cancellationToken))
        {
            made++;
            yield return outcome;
        }

        if (made == 0)
        {
            yield return Reject(RejectReasons.NothingToAsk, null, "The program was executed, but none of the tasks finds a question in its traces.");
        }
    }

    private static async IAsyncEnumerable<Outcome> TransformCases(
        SourceFile source, CodeTraceOptions options, IWorkbench workbench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var @case in Choose(await workbench.Cases(source, cancellationToken), options))
        {
            var evidence = await workbench.Trace(source, @case, cancellationToken);
            var isNew = evidence.Agreed is not { } trace || seen.Add(TraceShape.Of(trace));
            foreach (var outcome in isNew || !IsMutation(@case) ? Outcomes(source, @case, evidence, options, workbench) : [Same(@case)])
            {
                yield return outcome;
            }
        }
    }

    private static IEnumerable<ExecutionCase> Choose(ImmutableArray<ExecutionCase> cases, CodeTraceOptions options) =>
        cases.Where(c => !IsMutation(c)).Concat(cases.Where(IsMutation).Take(options.Mutations)).Take(options.MaxCases);

    private static bool IsMutation(ExecutionCase @case) => @case.Origin == "mutation";

    private static IEnumerable<Outcome> Outcomes(
        SourceFile source, ExecutionCase @case, TraceEvidence evidence, CodeTraceOptions options, IWorkbench workbench)
    {
        if (evidence.Agreed is null)
        {
            return [NotTraced(@case, evidence)];
        }

        return IsReadable(@case)
            ? Ask(new CaseStudy(source, @case, evidence), options, workbench)
            : [Reject("code-trace.unreadable-input", @case, "The input or a file of the case is not plain text, so no question can show it.")];
    }

    private static IEnumerable<Outcome> Ask(CaseStudy study, CodeTraceOptions options, IWorkbench workbench)
    {
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

    private static bool IsReadable(ExecutionCase @case) =>
        PlainText.Of(@case.Stdin) is not null
        && @case.Arguments.All(a => !a.Any(char.IsControl))
        && @case.Files.Values.All(content => PlainText.Of(content) is not null);

    private static Reject NotTraced(ExecutionCase @case, TraceEvidence evidence) => new()
    {
        Task = "*",
        Case = @case.Name,
        Reason = evidence.Reason ?? evidence.Untraced.Status.ToId(),
        Detail = evidence.Detail ?? "The runs gave no trace.",
        Evidence = evidence.Evidence,
    };

    private static Reject Same(ExecutionCase @case) =>
        Reject("code-trace.same-behaviour", @case, "The changed arguments or input make no difference to what the program does.");

    private static Reject Reject(string reason, ExecutionCase? @case, string detail) =>
        new() { Task = "*", Reason = reason, Case = @case?.Name, Detail = detail };
}
