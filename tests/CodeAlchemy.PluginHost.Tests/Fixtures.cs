using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost.Tests;

/// <summary>The fixture plugins.</summary>
internal static class Fixtures
{
    public static string Root { get; } = Path.Combine(FindRoot(), "tests", "fixtures", "plugins");

    public static PluginLayer Good { get; } = new("built-in", Path.Combine(Root, "good"));

    public static PluginLayer Bad { get; } = new("user", Path.Combine(Root, "bad"));

    public static PluginLayer Shadow { get; } = new("project", Path.Combine(Root, "shadow"));

    public static PluginCatalog Discover(params ImmutableArray<PluginLayer> layers) => PluginDiscovery.Discover(new PluginHostOptions { Layers = layers });

    public static PluginDefinition Strategy(string id) => Discover(Good, Bad).Require(PluginKind.Strategy, id);

    public static Problem ProblemOf(Action action) => Assert.Throws<ProblemException>(action).Problem;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CodeAlchemy.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder.FullName;
    }
}
