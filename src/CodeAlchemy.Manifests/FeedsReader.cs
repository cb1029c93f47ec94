using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Feeds;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests;

/// <summary>Reads the user's <c>feeds.yaml</c>: where packages of plugins may come from. Thread-safe.</summary>
public static class FeedsReader
{
    /// <summary>Reads the text; feeds come by name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">Path for the diagnostics.</param>
    public static Parsed<IReadOnlyList<PluginFeed>> Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bag = new DiagnosticBag();
        var root = YamlTreeReader.Read(text, file, bag);
        var feeds = ImmutableArray<PluginFeed>.Empty;
        var read = root is not null && FeedsShape.Instance.TryRead(root, new ReadContext(bag), out feeds);
        return bag.Result<IReadOnlyList<PluginFeed>>(read ? feeds : null);
    }
}
