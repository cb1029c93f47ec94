using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost.Locks;

namespace CodeAlchemy.PluginHost.Installing;

/// <summary>What became of one plugin. Immutable.</summary>
/// <param name="Key">Kind and id.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">What the lock file said before, or <see langword="null"/>.</param>
/// <param name="After">What it says now, or <see langword="null"/>.</param>
/// <param name="Problem">Why it failed, or <see langword="null"/>.</param>
public sealed record PluginChange(PluginKey Key, ChangeKind Kind, LockedPlugin? Before, LockedPlugin? After, Problem? Problem = null);
