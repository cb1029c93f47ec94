using System.Collections.Immutable;

namespace CodeAlchemy.Pipeline.Results;

/// <summary>What one strategy made of the inputs of one language.</summary>
/// <param name="Strategy">Name of the strategy's configuration.</param>
/// <param name="Language">Language of the inputs.</param>
/// <param name="Inputs">Inputs that reached the strategy.</param>
/// <param name="Kept">Those that gave at least one row.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Rejects">Reason id → rows that were not made for it. An input may give rows and rejects.</param>
public sealed record YieldCount(
    string Strategy, string Language, long Inputs, long Kept, long Rows, ImmutableSortedDictionary<string, long> Rejects);
