using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Strategies.CodeTrace.Published;

/// <summary>What the original does in its own cases, as far as all its runs agree.</summary>
/// <param name="Cases">Cases and what came of them.</param>
/// <param name="Reject">Why no row can be made of the file, or <see langword="null"/>.</param>
internal sealed record KnownCases(ImmutableArray<(ExecutionCase Case, RunResult Result)> Cases, Reject? Reject)
{
    /// <summary>
    /// Traces the cases. A file of which none is agreed on is refused before a model is asked, unless its programs only want input
    /// that no case gives: the script will give it.
    /// </summary>
    public static async ValueTask<KnownCases> Of(
        SourceFile source, CodeTraceOptions options, IWorkbench workbench, CancellationToken cancellationToken)
    {
        var known = ImmutableArray.CreateBuilder<(ExecutionCase, RunResult)>();
        Reject? refusal = null;
        foreach (var @case in (await workbench.Cases(source, cancellationToken).ConfigureAwait(false)).Take(options.MaxCases))
        {
            var evidence = await workbench.Trace(source, @case, cancellationToken).ConfigureAwait(false);
            if (evidence.Agreed is not null)
            {
                known.Add((@case, evidence.Untraced));
            }
            else if (evidence.Reason != RejectReasons.WaitsForInput)
            {
                refusal ??= new Reject
                {
                    Task = PublishedForm.Task,
                    Case = @case.Name,
                    Reason = evidence.Reason ?? evidence.Untraced.Status.ToId(),
                    Detail = evidence.Detail ?? "The runs gave no trace.",
                    Evidence = evidence.Evidence,
                };
            }
        }

        return new KnownCases(known.ToImmutable(), known.Count == 0 ? refusal : null);
    }
}
