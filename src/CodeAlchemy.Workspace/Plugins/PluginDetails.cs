using System.Collections.Immutable;

namespace CodeAlchemy.Workspace.Plugins;

/// <summary>Everything about one plugin. Immutable.</summary>
/// <param name="Listing">What a list says of it.</param>
/// <param name="Content">Hash of what its folder holds now; empty when that can't be read.</param>
/// <param name="Runs">What it runs, one line each; empty for data alone.</param>
/// <param name="IsAllowed">Whether it may run that: built-in plugins may, and what the user allowed.</param>
public sealed record PluginDetails(PluginListing Listing, string Content, ImmutableArray<string> Runs, bool IsAllowed);
