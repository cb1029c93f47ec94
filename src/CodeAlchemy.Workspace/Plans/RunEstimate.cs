using System.Collections.Immutable;
using CodeAlchemy.Pipeline.Planning;

namespace CodeAlchemy.Workspace.Plans;

/// <summary>What a run would do, and what it would probably give, take and cost. Totals are for the whole run, with 95 % intervals.</summary>
/// <param name="Report">What was counted.</param>
/// <param name="Seconds">Wall-clock time of the strategies on this machine, in seconds; <see langword="null"/> when nothing was tried.</param>
/// <param name="Strategies">By strategy, in the order of the manifest; empty when nothing was tried.</param>
/// <param name="Models">By role that was asked or would be; empty when none was.</param>
/// <param name="Asked">Whether models were really asked.</param>
public sealed record RunEstimate(
    PlanReport Report,
    EstimatedTotal? Seconds,
    ImmutableArray<StrategyEstimate> Strategies,
    ImmutableArray<ModelEstimate> Models,
    bool Asked);
