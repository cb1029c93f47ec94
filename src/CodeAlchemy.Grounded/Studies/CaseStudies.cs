using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Studies;

/// <summary>
/// Executes a file for a strategy: every case is traced, mutated ones that change nothing are left out, and what could not be
/// traced becomes a reject. Strategies that ask for the same cases share one tracing. Pure but for the workbench.
/// </summary>
public static class CaseStudies
{
    /// <summary>The studies and rejects of a file, in the order of its cases.</summary>
    /// <param name="source">The file.</param>
    /// <param name="workbench">Finds cases and traces them.</param>
    /// <param name="maxCases">Most cases.</param>
    /// <param name="mutations">Most of them made by changing others.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async IAsyncEnumerable<(CaseStudy? Study, Reject? Reject)> Of(
        SourceFile source, IWorkbench workbench, int maxCases, int mutations, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(workbench);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var @case in Choose(await workbench.Cases(source, cancellationToken).ConfigureAwait(false), maxCases, mutations))
        {
            var evidence = await workbench.Trace(source, @case, cancellationToken).ConfigureAwait(false);
            if (evidence.Agreed is not { } trace)
            {
                yield return (null, NotTraced(@case, evidence));
            }
            else if (!seen.Add(TraceShape.Of(trace)) && IsMutation(@case))
            {
                yield return (null, Rejected(RejectReasons.SameBehaviour, @case, "The changed arguments or input make no difference to what the program does."));
            }
            else if (!CaseStudy.IsReadable(@case))
            {
                yield return (null, Rejected(RejectReasons.UnreadableInput, @case, "The input or a file of the case is not plain text, so no question can show it."));
            }
            else
            {
                yield return (new CaseStudy(source, @case, evidence), null);
            }
        }
    }

    private static IEnumerable<ExecutionCase> Choose(ImmutableArray<ExecutionCase> cases, int maxCases, int mutations) =>
        cases.Where(c => !IsMutation(c)).Concat(cases.Where(IsMutation).Take(mutations)).Take(maxCases);

    private static bool IsMutation(ExecutionCase @case) => @case.Origin == "mutation";

    private static Reject NotTraced(ExecutionCase @case, TraceEvidence evidence) => new()
    {
        Task = "*",
        Case = @case.Name,
        Reason = evidence.Reason ?? evidence.Untraced.Status.ToId(),
        Detail = evidence.Detail ?? "The runs gave no trace.",
        Evidence = evidence.Evidence,
    };

    private static Reject Rejected(string reason, ExecutionCase @case, string detail) =>
        new() { Task = "*", Reason = reason, Case = @case.Name, Detail = detail };
}
