using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>A plugin as its <c>plugin.yaml</c> describes it. Immutable data; no code of the plugin is loaded.</summary>
public sealed record PluginDefinition
{
    /// <summary>Kind.</summary>
    public required PluginKind Kind { get; init; }

    /// <summary>Id, unique among plugins of its kind.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the plugin, semantic.</summary>
    public required string Version { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>SPDX licence id, or <see langword="null"/>.</summary>
    public string? License { get; init; }

    /// <summary>Range of host contract versions, for example <c>&gt;=1.0 &lt;2.0</c>.</summary>
    public required string RequiresHost { get; init; }

    /// <summary>Absolute path of the plugin's folder.</summary>
    public required string Directory { get; init; }

    /// <summary>Where it comes from: <c>built-in</c>, <c>user</c> or <c>project</c>.</summary>
    public required string Layer { get; init; }

    /// <summary>The language part; only for languages.</summary>
    public LanguageDefinition? Language { get; init; }

    /// <summary>The strategy part; only for strategies.</summary>
    public StrategyDefinition? Strategy { get; init; }

    /// <summary>The evaluator part; only for evaluators. It has the keys of a strategy.</summary>
    public StrategyDefinition? Evaluator { get; init; }
}
