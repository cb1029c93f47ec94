using CodeAlchemy.Storage.Datasets;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>What one shard, or the whole run, wrote of one configuration; mutable.</summary>
internal sealed class ConfigTally
{
    /// <summary>The part, or <see langword="null"/> when it has no rows.</summary>
    public RowFileInfo? File { get; set; }

    public SortedSet<string> Scores { get; init; } = new(StringComparer.Ordinal);

    public SortedSet<string> Labels { get; init; } = new(StringComparer.Ordinal);

    public bool Reasoning { get; set; }
}
