using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions.Hosting.Models;

/// <summary>A model by its role's name, as the manifest's <c>models</c> section defines it. Immutable.</summary>
public sealed record ModelDefinition
{
    /// <summary>Name by which strategies ask for it, for example <c>default</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Endpoints, at least one. A request picks one by its content and their weights.</summary>
    public required ImmutableArray<ModelEndpoint> Endpoints { get; init; }

    /// <summary>Temperature of requests that set none.</summary>
    public double? Temperature { get; init; }

    /// <summary>Nucleus sampling mass of requests that set none.</summary>
    public double? TopP { get; init; }

    /// <summary>Most tokens of replies to requests that set none.</summary>
    public int MaxTokens { get; init; } = 4096;
}
