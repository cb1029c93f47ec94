using System.Collections.Immutable;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>What was exported.</summary>
/// <param name="Output">Absolute path of the file, or <see langword="null"/> for the stream.</param>
/// <param name="Runs">Each run.</param>
public sealed record ExportSummary(string? Output, ImmutableArray<ExportedRun> Runs)
{
    /// <summary>Rows written.</summary>
    public long Written => Runs.Sum(r => r.Written);

    /// <summary>Of those, rows in an edited form.</summary>
    public long Edited => Runs.Sum(r => r.Edited);
}
