using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost;

/// <summary>A plugin's folder and what reading its manifest gave.</summary>
internal sealed record PluginCandidate(
    PluginKind Kind, string Id, PluginLayer Layer, string Directory, PluginDefinition? Plugin, ImmutableArray<Diagnostic> Diagnostics, bool IsRefused = false)
{
    public string Manifest => Path.Combine(Directory, PluginFolders.Manifest);

    public PluginKey Key => new(Kind, Id);

    public SkippedPlugin Skip(params ImmutableArray<Diagnostic> reasons) => new(Kind, Id, Layer.Name, Directory, reasons);
}
