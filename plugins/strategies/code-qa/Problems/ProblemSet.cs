using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Strategies.CodeQa.Problems;

/// <summary>The model's half of the strategy: template × seed → self-contained problem → answer, checked by running.</summary>
internal static class ProblemSet
{
    public static ImmutableArray<IProblemKind> All { get; } = [new WriteProgram(), new PredictOutput(), new RepairProgram(), new ExplainConcept()];

    /// <summary>Problems of a seed file; kinds take turns, begun at one of them by the seed.</summary>
    public static async IAsyncEnumerable<Outcome> Of(
        SourceFile source, IWorkbench workbench, string role, CodeQaOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var kinds = All.Where(kind => options.ProblemKinds.IsEmpty || options.ProblemKinds.Contains(kind.Name)).ToList();
        var bench = new ProblemBench(source, workbench, role);
        var first = workbench.Random("problems").Next(kinds.Count);
        for (var i = 0; i < options.Problems; i++)
        {
            yield return await kinds[(first + i) % kinds.Count].Make(bench, i / kinds.Count, cancellationToken).ConfigureAwait(false);
        }
    }
}
