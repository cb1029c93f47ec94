using System.Collections.Immutable;
using CodeAlchemy.PluginHost.Sources;

namespace CodeAlchemy.PluginHost.Locks;

/// <summary>What a lock file says of one plugin. Immutable.</summary>
public sealed record LockedPlugin
{
    /// <summary>Kind and id.</summary>
    public required PluginKey Key { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>Where it comes from.</summary>
    public required PluginOrigin Origin { get; init; }

    /// <summary>Hash of its content (<see cref="PluginContent.List"/>).</summary>
    public required string Content { get; init; }

    /// <summary>Path with '/' → SHA-256 of each file.</summary>
    public required ImmutableSortedDictionary<string, string> Files { get; init; }

    /// <summary>Whether <c>update</c> leaves it as it is.</summary>
    public bool IsPinned { get; init; }

    /// <summary>Whether the user let it take the place of a built-in plugin.</summary>
    public bool Replaces { get; init; }
}
