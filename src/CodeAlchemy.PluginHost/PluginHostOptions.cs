using System.Collections.Immutable;
using CodeAlchemy.PluginHost.Locks;
using CodeAlchemy.PluginHost.Trust;

namespace CodeAlchemy.PluginHost;

/// <summary>Where plugins are looked for and which of them are taken. Immutable.</summary>
public sealed record PluginHostOptions
{
    /// <summary>Name of the environment variable whose value <see cref="ParseSelection"/> reads.</summary>
    public const string SelectionVariable = "CODEALCHEMY_PLUGINS";

    /// <summary>Layers, the lowest first: built-in, user, project.</summary>
    public required ImmutableArray<PluginLayer> Layers { get; init; }

    /// <summary>Whether a broken plugin stops the tool instead of being skipped.</summary>
    public bool Strict { get; init; }

    /// <summary>Safe mode: ids of the only plugins taken, of any layer; <see langword="null"/> for all, empty for none.</summary>
    public ImmutableSortedSet<string>? Selection { get; init; }

    /// <summary>Plugins that may take the place of a built-in one, because the user said so when they were installed.</summary>
    public ImmutableHashSet<PluginKey> Replacements { get; init; } = [];

    /// <summary>Decides whether what was found may be taken; <see langword="null"/> takes all.</summary>
    public IPluginGate? Gate { get; init; }

    /// <summary>Plugins that must be there, with their layer's name: what lock files name.</summary>
    public ImmutableArray<(string Layer, LockedPlugin Plugin)> Expected { get; init; } = [];

    /// <summary>Folder of a plugin that is taken before all others, ungated, because its author works on it; or <see langword="null"/>.</summary>
    public string? Given { get; init; }

    /// <summary>Reads the value of <see cref="SelectionVariable"/>: ids separated by commas; nothing when it is not set, none when it is empty.</summary>
    public static ImmutableSortedSet<string>? ParseSelection(string? value) => value is null
        ? null
        : [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
