using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>The part of a <c>plugin.yaml</c> that describes a strategy.</summary>
public sealed record StrategyDefinition
{
    /// <summary>Assembly file name inside the plugin's folder (or its build output), or <see langword="null"/> for prompts alone.</summary>
    public string? Assembly { get; init; }

    /// <summary>Full name of the type that implements <see cref="IStrategy"/>; <see langword="null"/> when the assembly holds exactly one.</summary>
    public string? Type { get; init; }

    /// <summary>What the strategy needs of the workbench: <c>model</c>, <c>run</c>, <c>trace</c>, <c>scorer</c>.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>A word or two under which editors offer the strategy for a program; <see langword="null"/> when they don't.</summary>
    public string? Action { get; init; }

    /// <summary>Template files or folders the strategy renders, below <c>templates/</c> or the plugin's own folder; for information.</summary>
    public ImmutableArray<string> Templates { get; init; } = [];

    /// <summary>
    /// Schema of the options: name → { type: string|integer|number|boolean|array, items, enum, default, minimum, maximum, description },
    /// a flat subset of JSON Schema.
    /// </summary>
    public required JsonObject Options { get; init; }
}
