using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>A manifest of kind Pipeline, read and checked, overrides applied, paths absolute. Immutable.</summary>
public sealed record PipelineManifest
{
    /// <summary>Name of the run.</summary>
    public required string Name { get; init; }

    /// <summary>Absolute path of the manifest file.</summary>
    public required string File { get; init; }

    /// <summary>Where inputs come from.</summary>
    public required SourceSection Source { get; init; }

    /// <summary>Filters, in order.</summary>
    public ImmutableArray<FilterSection> Filters { get; init; } = [];

    /// <summary>Strategies, in order.</summary>
    public required ImmutableArray<StrategySection> Strategies { get; init; }

    /// <summary>Models by role, in the order of their names; empty when rows are computed only.</summary>
    public ImmutableArray<ModelDefinition> Models { get; init; } = [];

    /// <summary>Absolute path of the <c>tokenizer.json</c> that rows' tokens are counted with; <see langword="null"/> for the built-in one.</summary>
    public string? Tokenizer { get; init; }

    /// <summary>Where rows go.</summary>
    public required OutputSection Output { get; init; }

    /// <summary>How the run is done.</summary>
    public RunSection Run { get; init; } = new();
}
