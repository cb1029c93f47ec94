using System.Collections.Immutable;

namespace CodeAlchemy.Workspace.Plans;

/// <summary>What a strategy would probably give.</summary>
/// <param name="Id">Id of the strategy.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Tokens">Tokens of the rows, by the run's tokenizer.</param>
/// <param name="Kept">Files of the sample that gave rows.</param>
/// <param name="Rejects">Reason id → rows that were not made of the sample for it.</param>
public sealed record StrategyEstimate(
    string Id, EstimatedTotal Rows, EstimatedTotal Tokens, int Kept, ImmutableSortedDictionary<string, long> Rejects);
