namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>
/// A step that needs to see everything: a barrier with summaries on disk, so that it works over shards on one machine and on many.
/// </summary>
/// <typeparam name="TItem">What is summarised.</typeparam>
/// <typeparam name="TSummary">What is kept of an item; small.</typeparam>
/// <typeparam name="TDecision">What is decided about an item.</typeparam>
public interface IGlobalStep<in TItem, TSummary, TDecision>
{
    /// <summary>Keeps what is needed of one item. Called per item, from several threads.</summary>
    TSummary Summarise(TItem item);

    /// <summary>Decides, from all summaries in sorted order. Streams in and out.</summary>
    IAsyncEnumerable<TDecision> Resolve(IAsyncEnumerable<TSummary> sorted, CancellationToken cancellationToken);
}
