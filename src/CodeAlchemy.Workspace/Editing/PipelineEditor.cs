using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Editing;
using CodeAlchemy.Workspace.Runs;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>Manifests of kind Pipeline.</summary>
internal sealed class PipelineEditor(Installation installation)
    : YamlEditor(Path.Combine(installation.Options.Root, "docs", "manifest.md"), DocumentSchema.Pipeline(installation.Plugins.ToPipelineCatalogue()))
{
    protected override ImmutableArray<Diagnostic> Check(DocumentInput document) =>
        ManifestCheck.Read(document.Text, document.Path, null, installation.Plugins.ToPipelineCatalogue()).Diagnostics;

    protected override IEnumerable<string> Files(DocumentInput document, DocumentPlace place) =>
        Strategy(place) is { } plugin ? [Path.Combine(plugin.Directory, "plugin.yaml")]
        : place.IsPath && !place.Text.Contains('\0') ? [Path.GetFullPath(place.Text, Path.GetDirectoryName(document.Path)!)]
        : [];

    protected override string? Describe(DocumentPlace place) =>
        Strategy(place) is { } plugin ? $"**{plugin.Id}** · {plugin.Name} {plugin.Version} ({plugin.Layer})" : null;

    private PluginDefinition? Strategy(DocumentPlace place) =>
        place.Path is ["strategies", _] or ["strategies", _, _] && (place.IsKey || place.Path.Length == 2) ? installation.Plugins.Find(PluginKind.Strategy, place.Text) : null;
}
