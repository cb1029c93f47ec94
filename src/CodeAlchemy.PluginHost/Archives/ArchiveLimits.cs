namespace CodeAlchemy.PluginHost.Archives;

/// <summary>How much a plugin may hold, so that no archive fills a disk. Immutable.</summary>
public sealed record ArchiveLimits
{
    /// <summary>The limits for everybody.</summary>
    public static ArchiveLimits Default { get; } = new();

    /// <summary>Bytes of all files together.</summary>
    public long TotalBytes { get; init; } = 256L << 20;

    /// <summary>Files and folders.</summary>
    public int Entries { get; init; } = 20_000;

    /// <summary>Bytes unpacked for each byte packed, once more than <see cref="RatioFrom"/> were unpacked.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Bytes below which the ratio says nothing: a small file of zeros is no bomb.</summary>
    public long RatioFrom { get; init; } = 4L << 20;

    /// <summary>Bytes of a path in UTF-8.</summary>
    public int PathBytes { get; init; } = 1000;

    /// <summary>Bytes of one part of a path in UTF-8.</summary>
    public int NameBytes { get; init; } = 200;
}
