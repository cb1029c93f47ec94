using System.Collections.Immutable;

namespace CodeAlchemy.PluginHost.Locks;

/// <summary>The plugins of one layer as a lock file keeps them, ordered by kind and id. Immutable.</summary>
public sealed record PluginLock(ImmutableSortedDictionary<PluginKey, LockedPlugin> Plugins)
{
    /// <summary>No plugins.</summary>
    public static PluginLock Empty { get; } = new(ImmutableSortedDictionary.Create<PluginKey, LockedPlugin>(PluginKey.Order));

    /// <summary>What is said of a plugin, or <see langword="null"/>.</summary>
    public LockedPlugin? Find(PluginKey key) => Plugins.GetValueOrDefault(key);

    /// <summary>The same with another word on one plugin.</summary>
    public PluginLock With(LockedPlugin plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        return new(Plugins.SetItem(plugin.Key, plugin));
    }

    /// <summary>The same without a plugin.</summary>
    public PluginLock Without(PluginKey key) => new(Plugins.Remove(key));
}
