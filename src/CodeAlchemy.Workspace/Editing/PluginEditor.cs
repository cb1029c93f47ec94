using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Editing;
using CodeAlchemy.PluginHost;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>Manifests of plugins.</summary>
internal sealed class PluginEditor(Installation installation)
    : YamlEditor(Path.Combine(installation.Options.Root, "docs", "language-plugins.md"), DocumentSchema.Plugin)
{
    private const string Own = "{plugin}/";
    private const string Other = "{plugin:";

    protected override ImmutableArray<Diagnostic> Check(DocumentInput document) =>
        PluginFolderReader.Read(Path.GetDirectoryName(document.Path)!, document.Text).Diagnostics;

    protected override IEnumerable<string> Files(DocumentInput document, DocumentPlace place)
    {
        var folder = Path.GetDirectoryName(document.Path)!;
        if (place.IsKey || place.Text.Contains('\0'))
        {
            return [];
        }

        return place.Text.StartsWith(Own, StringComparison.Ordinal) ? [Path.Combine(folder, place.Text[Own.Length..])]
            : place.Text.StartsWith(Other, StringComparison.Ordinal) ? OfOther(place.Text[Other.Length..])
            : !place.IsPath ? []
            : place.Path is ["strategy" or "evaluator", "templates", _] ? new[] { folder, Path.Combine(installation.Options.Root, "templates") }.SelectMany(root => Templates(Path.Combine(root, place.Text)))
            : [Path.Combine(folder, place.Text)];
    }

    // `{plugin:id}/file`, or the plugin itself.
    private IEnumerable<string> OfOther(string text)
    {
        var end = text.IndexOf('}', StringComparison.Ordinal);
        var plugin = end < 0 ? null : installation.Plugins.Find(PluginKind.Language, text[..end]);
        return plugin is null ? [] : [Path.Combine(plugin.Directory, text[(end + 1)..].TrimStart('/') is { Length: > 0 } file ? file : "plugin.yaml")];
    }

    private static IEnumerable<string> Templates(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.scriban").Order(StringComparer.Ordinal) : [path];
}
