using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost.Sources;

namespace CodeAlchemy.PluginHost.Installing;

/// <summary>A plugin that was fetched and checked and lies beside its place.</summary>
internal sealed record StagedPlugin(string Directory, PluginDefinition Definition, ContentListing Content, PluginOrigin Origin)
{
    public PluginKey Key => PluginKey.Of(Definition);
}
