using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions.Execution;

/// <summary>What came of one run. Output and status are the host's own observation.</summary>
public sealed record RunResult
{
    /// <summary>How it ended.</summary>
    public required ExecutionStatus Status { get; init; }

    /// <summary>Exit status; <see langword="null"/> when a signal ended it.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Number of the signal that ended it, or <see langword="null"/>.</summary>
    public int? Signal { get; init; }

    /// <summary>Standard output, up to the output limit.</summary>
    public ImmutableArray<byte> Stdout { get; init; } = [];

    /// <summary>Standard error, up to the output limit.</summary>
    public ImmutableArray<byte> Stderr { get; init; } = [];

    /// <summary>Files that were asked for but not brought to the host: no regular files, or more than the limits allow.</summary>
    public int FilesLeftOut { get; init; }

    /// <summary>Wall-clock time.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Processor time over all processes.</summary>
    public TimeSpan Processor { get; init; }

    /// <summary>Peak memory in bytes; 0 when it can't be told.</summary>
    public long PeakMemory { get; init; }

    /// <summary>One sentence naming the limit or the refusal, for statuses that need one; else <see langword="null"/>.</summary>
    public string? Detail { get; init; }
}
