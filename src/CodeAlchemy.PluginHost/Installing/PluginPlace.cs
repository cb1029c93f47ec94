using CodeAlchemy.PluginHost.Locks;

namespace CodeAlchemy.PluginHost.Installing;

/// <summary>A layer that plugins are installed to, with its lock file.</summary>
/// <param name="Layer">The layer; its folder is absolute.</param>
/// <param name="Lock">Its lock file.</param>
public sealed record PluginPlace(PluginLayer Layer, LockStore Lock)
{
    /// <summary>Folder of a plugin, whether it is there or not.</summary>
    public string FolderOf(PluginKey key) => Path.Combine(Layer.Folder, PluginFolders.Of(key.Kind), key.Id);

    /// <summary>Hash of an installed plugin, or <see langword="null"/> when it is not there.</summary>
    internal string? ContentOf(PluginKey key) => Directory.Exists(FolderOf(key)) ? PluginContent.List(FolderOf(key)).Hash : null;
}
