using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost;
using CodeAlchemy.Prompts;

namespace CodeAlchemy.Workspace.Prompts;

/// <summary>The folders of templates and the store over them. A file of an earlier folder takes the place of one of the same path in a later one.</summary>
internal sealed class TemplateLayers
{
    private TemplateLayers(IEnumerable<TemplateLayer> layers)
    {
        All = [.. layers.DistinctBy(layer => layer.Folder)];
        Store = new TemplateStore(All.Select(layer => layer.Folder));
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

    /// <summary>The layer a file belongs to.</summary>
    public TemplateLayer LayerOf(string file) =>
        All.First(layer => file.StartsWith(layer.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
}
