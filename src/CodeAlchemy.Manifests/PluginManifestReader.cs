using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Plugins;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests;

/// <summary>Reads <c>plugin.yaml</c>. Loads nothing of the plugin. Thread-safe.</summary>
public static class PluginManifestReader
{
    /// <summary>Reads the text of a <c>plugin.yaml</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">Path for the diagnostics.</param>
    /// <param name="directory">The plugin's folder; made absolute.</param>
    /// <param name="layer"><c>built-in</c>, <c>user</c> or <c>project</c>.</param>
    public static Parsed<PluginDefinition> Read(string text, string file, string directory, string layer)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bag = new DiagnosticBag();
        var root = YamlTreeReader.Read(text, file, bag);
        PluginDefinition? plugin = null;
        _ = root is not null && PluginShape.Instance.TryRead(root, new ReadContext(bag), out plugin);
        return bag.Result(plugin is null ? null : Complete(plugin, Path.GetFullPath(directory), layer));
    }

    private static PluginDefinition Complete(PluginDefinition plugin, string directory, string layer) => plugin with
    {
        Directory = directory,
        Layer = layer,
        Language = plugin.Language is null ? null : plugin.Language with
        {
            Id = plugin.Id,
            Version = plugin.Version,
            Name = plugin.Name,
            Directory = directory,
        },
    };
}
