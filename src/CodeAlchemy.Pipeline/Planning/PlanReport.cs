using System.Collections.Immutable;
using CodeAlchemy.Pipeline.Results;

namespace CodeAlchemy.Pipeline.Planning;

/// <summary>What a run would do, found by reading, filtering and trying a few files, without writing anything.</summary>
/// <param name="RunId">Id the run would have.</param>
/// <param name="Inputs">Inputs in the corpus.</param>
/// <param name="Bytes">Their size in bytes, as far as the corpus tells without reading.</param>
/// <param name="Shards">Shards it would be cut into.</param>
/// <param name="ToStrategies">Inputs that would reach the strategies.</param>
/// <param name="ByLanguage">Language → inputs that would reach the strategies.</param>
/// <param name="ByStage">Counts by stage before the strategies.</param>
/// <param name="FilteredByLanguage">Language → inputs recognised and then filtered or dropped as duplicates.</param>
/// <param name="Sample">Files on which the strategies were tried.</param>
public sealed record PlanReport(
    string RunId,
    long Inputs,
    long Bytes,
    int Shards,
    long ToStrategies,
    ImmutableSortedDictionary<string, long> ByLanguage,
    ImmutableArray<StageCount> ByStage,
    ImmutableSortedDictionary<string, long> FilteredByLanguage,
    PlanSample Sample);
