using System.Collections.Immutable;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>What to export.</summary>
public sealed record ExportRequest
{
    /// <summary>Paths of run folders, in the order in which their rows are written.</summary>
    public required ImmutableArray<string> Runs { get; init; }

    /// <summary>Only rows that people accepted, edited ones in their edited form.</summary>
    public bool Accepted { get; init; }

    /// <summary>With <see cref="Accepted"/>: also those marked for another look.</summary>
    public bool IncludeFlagged { get; init; }

    /// <summary>Ids of strategies; empty for all.</summary>
    public ImmutableArray<string> Strategies { get; init; } = [];

    /// <summary>Path of the file, gzip when it ends in <c>.gz</c>; <see langword="null"/> for the stream.</summary>
    public string? Output { get; init; }

    /// <summary>Whether a file that exists is replaced.</summary>
    public bool Force { get; init; }
}
