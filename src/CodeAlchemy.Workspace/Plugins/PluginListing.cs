using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost;
using CodeAlchemy.PluginHost.Locks;

namespace CodeAlchemy.Workspace.Plugins;

/// <summary>What is known of a plugin that was found. Immutable.</summary>
/// <param name="Key">Kind and id.</param>
/// <param name="Layer">Layer it lies in.</param>
/// <param name="Directory">Its folder.</param>
/// <param name="Definition">Its manifest; <see langword="null"/> when it was skipped.</param>
/// <param name="Locked">What the lock file of its layer says of it, or <see langword="null"/>.</param>
/// <param name="Replaces">Whether it stands in the place of a built-in plugin.</param>
/// <param name="Reasons">Why it was skipped.</param>
public sealed record PluginListing(
    PluginKey Key, string Layer, string Directory, PluginDefinition? Definition, LockedPlugin? Locked, bool Replaces, ImmutableArray<Diagnostic> Reasons)
{
    /// <summary>Whether it can be used.</summary>
    public bool IsTaken => Definition is not null;
}
