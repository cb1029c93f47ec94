namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>Limits of one execution. They hold for all processes of the program together.</summary>
public sealed record SandboxLimits
{
    /// <summary>Processor time.</summary>
    public TimeSpan Processor { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Wall-clock time.</summary>
    public TimeSpan Wall { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Memory in bytes.</summary>
    public long Memory { get; init; } = 512L << 20;

    /// <summary>Processes and threads.</summary>
    public int Processes { get; init; } = 64;

    /// <summary>Bytes of one file.</summary>
    public long FileSize { get; init; } = 64L << 20;

    /// <summary>Bytes of all files together.</summary>
    public long Disk { get; init; } = 128L << 20;

    /// <summary>Number of files and folders.</summary>
    public int Inodes { get; init; } = 4096;

    /// <summary>Bytes of standard output, and of standard error.</summary>
    public long Output { get; init; } = 16L << 20;
}
