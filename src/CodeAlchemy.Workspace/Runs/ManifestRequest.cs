using System.Collections.Immutable;

namespace CodeAlchemy.Workspace.Runs;

/// <summary>A manifest and what the command line says on top of it.</summary>
public sealed record ManifestRequest
{
    /// <summary>Path of the manifest.</summary>
    public required string File { get; init; }

    /// <summary>Overrides <c>key=value</c> with dotted keys, later ones win.</summary>
    public ImmutableArray<string> Overrides { get; init; } = [];

    /// <summary>Run folder relative to the working directory, in place of the manifest's; or <see langword="null"/>.</summary>
    public string? Output { get; init; }
}
