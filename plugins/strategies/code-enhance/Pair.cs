using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Quality;

namespace CodeAlchemy.Strategies.CodeEnhance;

/// <summary>Two versions of a file, the worse one and the better one, with what is said about them.</summary>
internal sealed record Pair
{
    public required string Task { get; init; }

    /// <summary>What tells the row from others of its task.</summary>
    public required string Key { get; init; }

    /// <summary>Ending of the name of the phrase bank of the question.</summary>
    public required string Ask { get; init; }

    public required string Raw { get; init; }

    public required string Better { get; init; }

    public required CodeQuality RawQuality { get; init; }

    public required CodeQuality Quality { get; init; }

    /// <summary>What was done; empty where the code alone is the answer.</summary>
    public string Summary { get; init; } = "";

    /// <summary>A model's thoughts, or <see langword="null"/>.</summary>
    public string? Reasoning { get; init; }

    public ImmutableDictionary<string, string> Slots { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableArray<Verification> Verification { get; init; } = [];

    public ImmutableArray<PromptReference> Prompts { get; init; } = [];

    public ImmutableArray<ModelReference> Models { get; init; } = [];

    public JsonObject Facts { get; init; } = [];
}
