using System.Collections.Immutable;

namespace CodeAlchemy.Pipeline.Results;

/// <summary>How many inputs went into a stage and came out, and why the others did not.</summary>
/// <param name="Stage">Name of the stage: a filter or the id of a strategy.</param>
/// <param name="In">Inputs that reached it.</param>
/// <param name="Out">Inputs that passed it; for a strategy, those it made at least one row of.</param>
/// <param name="Reasons">Reason id → inputs that ended or stayed empty here for it; the counts add up to In − Out.</param>
public sealed record StageCount(string Stage, long In, long Out, ImmutableSortedDictionary<string, long> Reasons);
