using System.Collections.Immutable;

namespace CodeAlchemy.Storage.Rows;

/// <summary>What the host knows about a row beside the sample itself.</summary>
/// <param name="Run">Id of the run.</param>
/// <param name="Strategy">Id of the strategy plugin.</param>
/// <param name="Version">Its version.</param>
/// <param name="Parameters">Options of the strategy as canonical JSON (<see cref="CanonicalJson"/>).</param>
/// <param name="Seed">Seed of the run.</param>
public sealed record RowOrigin(string Run, string Strategy, string Version, string Parameters, long Seed)
{
    /// <summary>Role → sampling parameters of its model as canonical JSON, for the roles of the manifest.</summary>
    public ImmutableSortedDictionary<string, string> Models { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
