using System.Collections.Immutable;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Pipeline.Planning;

/// <summary>Files that a plan tried, chosen by the run's seed.</summary>
/// <param name="Files">The files, in corpus order.</param>
/// <param name="Elapsed">Wall-clock time for all of them, with the degree of parallelism of a run.</param>
public sealed record PlanSample(ImmutableArray<SampledFile> Files, TimeSpan Elapsed)
{
    /// <summary>Nothing was tried.</summary>
    public static PlanSample None { get; } = new([], TimeSpan.Zero);
}
