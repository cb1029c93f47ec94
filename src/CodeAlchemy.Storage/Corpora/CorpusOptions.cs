namespace CodeAlchemy.Storage.Corpora;

/// <summary>How a corpus is read.</summary>
public sealed record CorpusOptions
{
    /// <summary>Content larger than this is not read: 16 MiB unless a size filter says otherwise.</summary>
    public long MaximumBytes { get; init; } = 16L << 20;

    /// <summary>Absolute folders inside the root that are no part of the corpus, for example the run folder.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}
