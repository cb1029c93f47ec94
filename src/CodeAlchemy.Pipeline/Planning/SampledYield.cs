using System.Collections.Immutable;

namespace CodeAlchemy.Pipeline.Planning;

/// <summary>What one strategy made of one sampled file.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Tokens">Tokens of the rows.</param>
/// <param name="Rejects">Reason id → rows that were not made for it.</param>
public sealed record SampledYield(long Rows, long Tokens, ImmutableSortedDictionary<string, long> Rejects);
