using System.Collections.Immutable;

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

    /// <summary>Ids that a higher layer may take over from a lower one.</summary>
    public ImmutableSortedSet<string> AllowShadowing { get; init; } = [];

    /// <summary>Reads the value of <see cref="SelectionVariable"/>: ids separated by commas; nothing when it is not set, none when it is empty.</summary>
    public static ImmutableSortedSet<string>? ParseSelection(string? value) => value is null
        ? null
        : [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
