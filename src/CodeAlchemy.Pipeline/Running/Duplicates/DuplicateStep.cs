using System.Runtime.CompilerServices;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Pipeline.Running.Duplicates;

/// <summary>Finds inputs with equal text; the first in corpus order is kept.</summary>
internal sealed class DuplicateStep : IGlobalStep<SourceFile, DuplicateSummary, DuplicateDecision>
{
    /// <inheritdoc/>
    public DuplicateSummary Summarise(SourceFile item) => new(Convert.FromHexString(item.Sha256), item.Ordinal, item.Path);

    /// <inheritdoc/>
    public async IAsyncEnumerable<DuplicateDecision> Resolve(
        IAsyncEnumerable<DuplicateSummary> sorted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DuplicateSummary? first = null;
        await foreach (var summary in sorted.WithCancellation(cancellationToken))
        {
            if (first is not null && first.Hash.AsSpan().SequenceEqual(summary.Hash))
            {
                yield return new DuplicateDecision(summary.Ordinal, first.Path);
            }
            else
            {
                first = summary;
            }
        }
    }
}
