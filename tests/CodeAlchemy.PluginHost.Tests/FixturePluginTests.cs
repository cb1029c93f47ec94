using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost.Tests;

/// <summary>Walks the folders of good and bad plugins; adding a case is adding a folder.</summary>
public sealed class FixturePluginTests
{
    private static readonly PluginLayer Tool = new(PluginLayer.BuiltIn, Path.GetFullPath(Path.Combine(Fixtures.Root, "..", "..", "..", "plugins")));

    public static TheoryData<string> Good => new(BadPlugin.Names(Fixtures.Root, "good"));

    public static TheoryData<string> Bad => new(BadPlugin.Names(Fixtures.Root, "bad"));

    [Theory]
    [MemberData(nameof(Good))]
    public void A_good_plugin_is_taken_without_a_word_also_strictly_and_loads(string name)
    {
        var catalog = Discover(new PluginLayer(PluginLayer.User, Fixtures.Good.Folder), Path.GetFileName(name), strict: true);

        Assert.Empty(catalog.Diagnostics);
        var plugin = Assert.Single(catalog.All);
        Assert.Equal(name, $"{PluginFolders.Of(plugin.Kind)}/{plugin.Id}");
        Assert.True(plugin.Kind != PluginKind.Strategy || new StrategyLoader().Load(plugin) is not null);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_plugin_is_skipped_with_its_reason_or_is_one_that_only_its_code_shows(string name)
    {
        var bad = BadPlugin.Read(Fixtures.Root, name);
        var catalog = Discover(Fixtures.Bad, bad.Id);

        if (bad.When is "loaded" or "run")
        {
            Assert.Empty(catalog.Diagnostics);
            Assert.Single(catalog.All);
            return;
        }

        var reason = Assert.Single(Assert.Single(catalog.Skipped).Reasons);
        Assert.Equal(bad.Code, reason.Code);
        Assert.Contains(bad.Message, reason.Message, StringComparison.Ordinal);
        Assert.Equal(bad.When == "noticed" ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, reason.Severity);
        Assert.StartsWith(bad.Folder, reason.Location!.File, StringComparison.Ordinal);
        Assert.Equal([reason], catalog.Diagnostics);
        Assert.DoesNotContain(catalog.All, plugin => plugin.Layer == PluginLayer.User);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_plugin_that_is_found_stops_strict_discovery_with_exit_6(string name)
    {
        var bad = BadPlugin.Read(Fixtures.Root, name);
        if (bad.When != "found")
        {
            Assert.DoesNotContain(Discover(Fixtures.Bad, bad.Id, strict: true).Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            return;
        }

        var problem = Fixtures.ProblemOf(() => Discover(Fixtures.Bad, bad.Id, strict: true));

        Assert.Equal((bad.Code, ExitCode.Plugin), (problem.Code, problem.Exit));
        Assert.Contains(bad.Message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_strategy_that_is_found_well_fails_when_it_is_loaded_or_not_before_it_runs(string name)
    {
        var bad = BadPlugin.Read(Fixtures.Root, name);
        if (Discover(Fixtures.Bad, bad.Id).Find(PluginKind.Strategy, bad.Id) is not { } plugin)
        {
            Assert.Contains(bad.When, (string[])["noticed", "found"]);
            return;
        }

        if (bad.When == "run")
        {
            Assert.Equal(new StrategyLoader().Load(plugin).GetType().Assembly.GetName().Name, plugin.Strategy!.Assembly![..^4]);
            return;
        }

        var problem = Fixtures.ProblemOf(() => new StrategyLoader().Load(plugin));

        Assert.Equal((bad.Code, ExitCode.Plugin), (problem.Code, problem.Exit));
        Assert.Contains(bad.Message, problem.Message, StringComparison.Ordinal);
    }

    // The tool's own plugin of the same id is there too, and no other.
    private static PluginCatalog Discover(PluginLayer layer, string id, bool strict = false) =>
        PluginDiscovery.Discover(new PluginHostOptions { Layers = [Tool, layer], Selection = [id], Strict = strict });
}
