using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Pipelines;

namespace CodeAlchemy.Manifests;

/// <summary>What a manifest of kind Pipeline may name. Immutable.</summary>
public sealed record PipelineCatalogue
{
    /// <summary>The filters of the host; strategies are not checked.</summary>
    public static PipelineCatalogue Default { get; } = new();

    /// <summary>Ids of the filters.</summary>
    public ImmutableArray<string> Filters { get; init; } = FilterShapes.Ids;

    /// <summary>
    /// Strategies by id, as their plugins describe them: names and options of the manifest are checked against them.
    /// <see langword="null"/> when they are not known, and so not checked.
    /// </summary>
    public IReadOnlyDictionary<string, StrategyDefinition>? Strategies { get; init; }
}
