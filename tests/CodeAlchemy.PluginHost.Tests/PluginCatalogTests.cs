using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests;

namespace CodeAlchemy.PluginHost.Tests;

public sealed class PluginCatalogTests
{
    [Fact]
    public void A_plugin_that_is_not_there_gets_the_nearest_name_and_exit_5()
    {
        var problem = Fixtures.ProblemOf(() => Fixtures.Discover(Fixtures.Good).Require(PluginKind.Strategy, "oen"));

        Assert.Equal(ExitCode.Configuration, problem.Exit);
        Assert.Equal("Did you mean 'one'?", problem.Remedy);
    }

    [Fact]
    public void A_plugin_that_was_skipped_gets_its_reason_and_exit_6()
    {
        var problem = Fixtures.ProblemOf(() => Fixtures.Discover(Fixtures.Bad).Require(PluginKind.Strategy, "newer-host"));

        Assert.Equal(ExitCode.Plugin, problem.Exit);
        Assert.Contains(">=2.0 <3.0", problem.Message, StringComparison.Ordinal);
        Assert.Contains("1.0", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_is_checked_against_the_strategies_of_the_catalog()
    {
        const string Text = """
            apiVersion: codealchemy/v1
            kind: Pipeline
            name: x
            source: {files: {root: .}}
            strategies: [one: {truns: 2}, tow]
            output: {path: out}
            """;

        var parsed = PipelineManifestReader.Read(Text, "x.yaml", catalogue: Fixtures.Discover(Fixtures.Good).ToPipelineCatalogue());

        Assert.Equal(
            ["unknown-option Did you mean 'turns'? 5:20", "unknown-strategy Did you mean 'two'? 5:31"],
            parsed.Diagnostics.Select(d => $"{d.Code} {d.Remedy} {d.Location!.Line}:{d.Location.Column}"));
    }
}
