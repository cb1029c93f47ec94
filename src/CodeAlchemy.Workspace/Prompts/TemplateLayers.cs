using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost;
using CodeAlchemy.Prompts;

namespace CodeAlchemy.Workspace.Prompts;

/// <summary>The folders of templates and the store over them. A file of an earlier folder takes the place of one of the same path in a later one.</summary>
internal sealed class TemplateLayers
{
    private TemplateLayers(IEnumerable<TemplateLayer> layers, IReadOnlyDictionary<string, string>? texts = null)
    {
        All = [.. layers.DistinctBy(layer => layer.Folder)];
        Store = new TemplateStore(All.Select(layer => layer.Folder), texts);
    }

    /// <summary>The folders, strongest first.</summary>
    public ImmutableArray<TemplateLayer> All { get; }

    /// <summary>The templates.</summary>
    public TemplateStore Store { get; }

    /// <summary>The layers without a manifest.</summary>
    public static TemplateLayers Of(WorkspaceOptions options, PluginCatalog plugins) => new(
    [
        new TemplateLayer("project", Path.Combine(options.Project, ".codealchemy", "templates")),
        new TemplateLayer("user", Path.Combine(options.Home, "templates")),
        new TemplateLayer("built-in", Path.Combine(options.Root, "templates")),
        .. plugins.All.Where(plugin => plugin.Kind != PluginKind.Language).Select(plugin => new TemplateLayer($"plugin {plugin.Id}", plugin.Directory)),
    ]);

    /// <summary>These layers with another one before them, or these when its folder isn't there.</summary>
    public TemplateLayers With(string name, string folder) =>
        Directory.Exists(folder) ? new TemplateLayers(All.Prepend(new TemplateLayer(name, folder))) : this;

    /// <summary>These layers with the folder of a file first, and a text in place of what the file holds.</summary>
    /// <returns>The layers and the file's path below its folder.</returns>
    public (TemplateLayers Layers, string Name) Edit(string file, string text)
    {
        var known = All.FirstOrDefault(layer => file.StartsWith(layer.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        var own = known ?? new TemplateLayer("path", Path.GetDirectoryName(file)!);
        var layers = new TemplateLayers(All.Prepend(own), new Dictionary<string, string>(StringComparer.Ordinal) { [file] = text });
        return (layers, Path.GetRelativePath(own.Folder, file).Replace('\\', '/'));
    }

    /// <summary>The layer a file belongs to.</summary>
    public TemplateLayer LayerOf(string file) =>
        All.First(layer => file.StartsWith(layer.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
}
