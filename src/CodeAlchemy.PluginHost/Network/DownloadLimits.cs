namespace CodeAlchemy.PluginHost.Network;

/// <summary>How much and how long a download may take. Immutable.</summary>
public sealed record DownloadLimits
{
    /// <summary>Bytes of one answer.</summary>
    public long Bytes { get; init; } = 128L << 20;

    /// <summary>Redirects that are followed.</summary>
    public int Redirects { get; init; } = 5;

    /// <summary>Time for everything.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Time without a byte.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);
}
