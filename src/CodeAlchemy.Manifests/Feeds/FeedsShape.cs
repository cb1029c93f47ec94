using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Shapes;

namespace CodeAlchemy.Manifests.Feeds;

/// <summary>The user's <c>feeds.yaml</c>.</summary>
internal static class FeedsShape
{
    private static readonly ObjectShape<PluginFeed> Feed = new ObjectShape<PluginFeed>(() => new PluginFeed("", new Uri("about:blank"), null))
        .Required("address", CommonShapes.WebAddress, (f, v) => f with { Address = WithSlash(v) }, "Address of the feed's flat container.")
        .Optional("credential", CommonShapes.Id, (f, v) => f with { Credential = v }, "Credential of credentials.yaml that is bound to the address.");

    public static ObjectShape<ImmutableArray<PluginFeed>> Instance { get; } = new ObjectShape<ImmutableArray<PluginFeed>>(() => [])
        .Required("apiVersion", CommonShapes.ApiVersion, (f, _) => f, "Version of the format.")
        .Required("kind", Scalars.OneOf("Feeds"), (f, _) => f, "Kind of the file.")
        .Required("feeds", Feed.Dictionary(), (_, v) => [.. v.Select(pair => pair.Value with { Name = pair.Key })], "Name → where its packages are.");

    // Relative addresses replace what follows the last slash.
    private static Uri WithSlash(Uri address) =>
        address.AbsolutePath.EndsWith('/') ? address : new UriBuilder(address) { Path = address.AbsolutePath + "/" }.Uri;
}
