using System.Runtime.Loader;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost.Tests;

public sealed class PluginDiscoveryTests
{
    [Fact]
    public void Plugins_are_found_in_the_order_of_kind_and_id()
    {
        var catalog = Fixtures.Discover(Fixtures.Good);

        Assert.Equal(["Language toy", "Strategy one", "Strategy two"], catalog.All.Select(plugin => $"{plugin.Kind} {plugin.Id}"));
        Assert.Equal("built-in", catalog.Require(PluginKind.Language, "toy").Layer);
        Assert.Equal(Path.Combine(Fixtures.Good.Folder, "languages", "toy"), catalog.FindLanguage("toy")!.Directory);
        Assert.Empty(catalog.Diagnostics);
    }

    [Fact]
    public void Discovery_loads_no_code()
    {
        _ = Fixtures.Discover(Fixtures.Good, Fixtures.Bad);

        Assert.DoesNotContain(AssemblyLoadContext.Default.Assemblies, assembly => assembly.GetName().Name!.StartsWith("Fixture", StringComparison.Ordinal));
    }

    [Fact]
    public void Broken_plugins_are_skipped_and_the_others_stay()
    {
        var catalog = Fixtures.Discover(Fixtures.Good, Fixtures.Bad);

        Assert.Equal(
            BadPlugin.Names(Fixtures.Root, "bad").Select(name => BadPlugin.Read(Fixtures.Root, name)).Where(bad => bad.When is "found" or "noticed" && bad.Code != PluginCodes.Shadowed).Select(bad => bad.Id),
            catalog.Skipped.Select(skipped => skipped.Id));
        Assert.NotNull(catalog.Find(PluginKind.Strategy, "one"));
    }

    [Fact]
    public void Strict_discovery_stops_at_a_broken_plugin_with_exit_6()
    {
        var options = new PluginHostOptions { Layers = [Fixtures.Good, Fixtures.Bad], Strict = true };

        Assert.Equal(ExitCode.Plugin, Fixtures.ProblemOf(() => PluginDiscovery.Discover(options)).Exit);
    }

    [Fact]
    public void Strict_discovery_of_good_plugins_passes() =>
        Assert.Equal(3, PluginDiscovery.Discover(new PluginHostOptions { Layers = [Fixtures.Good], Strict = true }).All.Length);

    [Fact]
    public void A_higher_layer_does_not_take_an_id_silently()
    {
        var catalog = Fixtures.Discover(Fixtures.Good, Fixtures.Shadow);

        Assert.Equal("1.0.0", catalog.Require(PluginKind.Strategy, "one").Version);
        Assert.Equal(2, catalog.Diagnostics.Count(d => d.Code == PluginCodes.Shadowed && d.Severity == DiagnosticSeverity.Error));
        Assert.All(catalog.Skipped, skipped => Assert.Equal("project", skipped.Layer));
        Assert.Contains("is in the built-in and in the project layer; the built-in one is used", catalog.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_higher_layer_takes_an_id_that_is_allowed_and_it_is_said()
    {
        var catalog = PluginDiscovery.Discover(new PluginHostOptions { Layers = [Fixtures.Good, Fixtures.Shadow], Replacements = [new PluginKey(PluginKind.Strategy, "one")] });

        Assert.Equal("9.0.0", catalog.Require(PluginKind.Strategy, "one").Version);
        Assert.Equal("1.0.0", catalog.Require(PluginKind.Language, "toy").Version);
        Assert.Contains(catalog.Diagnostics, d => d.Code == PluginCodes.Shadowed && d.Severity == DiagnosticSeverity.Warning);
    }

    [Theory]
    [InlineData(null, "toy one two")]
    [InlineData("", "")]
    [InlineData(" one , toy", "toy one")]
    [InlineData("nothing", "")]
    public void Safe_mode_takes_none_or_only_those_named(string? variable, string expected)
    {
        var options = new PluginHostOptions { Layers = [Fixtures.Good], Selection = PluginHostOptions.ParseSelection(variable) };

        Assert.Equal(expected, string.Join(' ', PluginDiscovery.Discover(options).All.Select(plugin => plugin.Id)));
    }

    [Fact]
    public void The_plugins_of_the_repository_are_all_taken()
    {
        var folder = Path.GetFullPath(Path.Combine(Fixtures.Root, "..", "..", "..", "plugins"));

        var catalog = Fixtures.Discover(new PluginLayer("built-in", folder));

        Assert.DoesNotContain(catalog.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.NotEmpty(catalog.Languages);
        Assert.NotEmpty(catalog.Strategies);
    }

    [Fact]
    public void A_layer_without_a_folder_holds_nothing()
    {
        var catalog = Fixtures.Discover(new PluginLayer("user", Path.Combine(Fixtures.Root, "nowhere")));

        Assert.Empty(catalog.All);
        Assert.Empty(catalog.Diagnostics);
    }

    [Fact]
    public void A_manifest_that_is_not_text_is_skipped()
    {
        using var folder = new TemporaryFolder();
        var manifest = folder.Write("languages/x/plugin.yaml", "");
        File.WriteAllBytes(manifest, [0xFF, 0xFE, 0x80]);

        var catalog = Fixtures.Discover(new PluginLayer("user", folder.Path));

        Assert.Equal("The manifest is not UTF-8.", Assert.Single(catalog.Diagnostics).Message);
    }

    [Fact]
    public void Two_languages_with_one_file_name_ending_are_reported()
    {
        using var folder = new TemporaryFolder();
        var toy = File.ReadAllText(Path.Combine(Fixtures.Good.Folder, "languages", "toy", "plugin.yaml")).Replace("entry: queries/entry.scm", "", StringComparison.Ordinal);
        folder.Write("languages/another/plugin.yaml", toy.Replace("id: toy", "id: another", StringComparison.Ordinal));

        var catalog = Fixtures.Discover(Fixtures.Good, new PluginLayer("user", folder.Path));

        Assert.Equal(3, catalog.Diagnostics.Count(d => d.Code == PluginCodes.Ambiguous && d.Severity == DiagnosticSeverity.Warning));
        Assert.Equal("toy", catalog.Detector.Detect("x.toy", [])!.Id);
    }
}
