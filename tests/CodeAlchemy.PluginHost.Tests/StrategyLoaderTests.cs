using System.Runtime.Loader;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost.Tests;

public sealed class StrategyLoaderTests
{
    private static readonly SourceFile Source = new() { Ordinal = 0, Path = "a.toy", Language = "toy", Text = "", Sha256 = "" };

    [Fact]
    public async Task Two_plugins_with_different_versions_of_one_library_and_of_one_package_run_side_by_side()
    {
        var loader = new StrategyLoader();

        var one = await Details(loader.Load(Fixtures.Strategy("one")));
        var two = await Details(loader.Load(Fixtures.Strategy("two")));

        Assert.Equal(["library one 1.0.0.0", "YamlDotNet 16.0.0.0"], one);
        Assert.Equal(["library two 2.0.0.0", "YamlDotNet 15.0.0.0"], two);
    }

    [Fact]
    public void A_strategy_is_created_once()
    {
        var loader = new StrategyLoader();

        var strategies = Enumerable.Range(0, 8).AsParallel().Select(_ => loader.Load(Fixtures.Strategy("one"))).Distinct();

        Assert.Single(strategies);
    }

    [Fact]
    public void A_plugin_sees_the_contract_of_the_host_and_nothing_else_of_it()
    {
        var strategy = new StrategyLoader().Load(Fixtures.Strategy("one"));

        var context = AssemblyLoadContext.GetLoadContext(strategy.GetType().Assembly)!;

        Assert.NotSame(AssemblyLoadContext.Default, context);
        Assert.DoesNotContain(context.Assemblies, assembly => assembly.GetName().Name == "CodeAlchemy.Abstractions");
        Assert.DoesNotContain(AssemblyLoadContext.Default.Assemblies, assembly => assembly.GetName().Name is "FixtureOne" or "FixtureLibrary");
    }

    [Fact]
    public void A_library_that_only_the_host_has_is_not_lent_to_a_plugin()
    {
        var plugin = Several("FixtureSeveral.BorrowingStrategy");
        Assert.Contains(AssemblyLoadContext.Default.Assemblies, assembly => assembly.GetName().Name == "YamlDotNet");

        var problem = Fixtures.ProblemOf(() => new StrategyLoader().Load(plugin));

        Assert.Equal(ExitCode.Plugin, problem.Exit);
        Assert.Contains("FileNotFoundException: Could not load file or assembly 'YamlDotNet", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constructor_that_throws_is_reported_with_what_it_threw()
    {
        var problem = Fixtures.ProblemOf(() => new StrategyLoader().Load(Fixtures.Strategy("throwing")));

        Assert.Equal(PluginCodes.Constructor, problem.Code);
        Assert.Equal(ExitCode.Plugin, problem.Exit);
        Assert.Contains("InvalidOperationException: no licence key was found", problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("throwing/plugin.yaml", problem.Location!.File, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_is_the_same_on_the_second_try()
    {
        var loader = new StrategyLoader();

        var first = Fixtures.ProblemOf(() => loader.Load(Fixtures.Strategy("throwing")));
        var second = Fixtures.ProblemOf(() => loader.Load(Fixtures.Strategy("throwing")));

        Assert.Equal(first, second);
    }

    [Fact]
    public void Several_strategies_without_a_named_one_are_refused_with_their_names()
    {
        var problem = Fixtures.ProblemOf(() => new StrategyLoader().Load(Fixtures.Strategy("several")));

        Assert.Equal(PluginCodes.SeveralStrategies, problem.Code);
        Assert.Contains("FixtureSeveral.BorrowingStrategy, FixtureSeveral.FirstStrategy, FixtureSeveral.NeedyStrategy", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_named_one_of_several_strategies_is_taken()
    {
        var strategy = new StrategyLoader().Load(Several("FixtureSeveral.FirstStrategy"));

        Assert.Equal("FixtureSeveral.FirstStrategy", strategy.GetType().FullName);
    }

    [Fact]
    public void A_misspelt_type_gets_the_nearest_name()
    {
        var problem = Fixtures.ProblemOf(() => new StrategyLoader().Load(Several("FixtureSeveral.FristStrategy")));

        Assert.Equal(PluginCodes.NoStrategy, problem.Code);
        Assert.Equal("Did you mean 'FixtureSeveral.FirstStrategy'?", problem.Remedy);
    }

    [Fact]
    public void A_class_that_needs_arguments_is_refused()
    {
        var problem = Fixtures.ProblemOf(() => new StrategyLoader().Load(Several("FixtureSeveral.NeedyStrategy")));

        Assert.Equal(PluginCodes.Constructor, problem.Code);
        Assert.Contains("no public constructor without parameters", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_without_a_strategy_is_refused()
    {
        var plugin = With(Fixtures.Strategy("one"), assembly: "FixtureLibrary.dll");

        var problem = Fixtures.ProblemOf(() => new StrategyLoader().Load(plugin));

        Assert.Equal(PluginCodes.NoStrategy, problem.Code);
        Assert.Contains("no class that implements IStrategy", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_assembly_is_reported_with_the_places_looked_at()
    {
        var problem = Fixtures.ProblemOf(() => new StrategyLoader().Load(Fixtures.Strategy("missing-assembly")));

        Assert.Equal(PluginCodes.AssemblyMissing, problem.Code);
        Assert.Contains("bin/Debug/net10.0/NeverBuilt.dll", problem.Message, StringComparison.Ordinal);
        Assert.Contains("bin/Release/net10.0/NeverBuilt.dll", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_assembly_is_reported_without_a_stack_trace()
    {
        using var folder = new TemporaryFolder();
        folder.Write("plugin.yaml", "");
        folder.Write("Text.dll", "this is text");

        var problem = Fixtures.ProblemOf(() => new StrategyLoader().Load(With(Fixtures.Strategy("one"), "Text.dll") with { Directory = folder.Path }));

        Assert.Equal(PluginCodes.AssemblyBroken, problem.Code);
        Assert.DoesNotContain("   at ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_contract_version_is_checked_before_anything_is_loaded()
    {
        var plugin = Fixtures.Strategy("throwing") with { RequiresHost = ">=2.0 <3.0" };

        var problem = Fixtures.ProblemOf(() => new StrategyLoader().Load(plugin));

        Assert.Equal(PluginCodes.HostVersion, problem.Code);
        Assert.Contains(">=2.0 <3.0", problem.Message, StringComparison.Ordinal);
        Assert.Contains(HostContract.Version, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plugin_of_prompts_alone_is_refused_with_a_reason()
    {
        var problem = Fixtures.ProblemOf(() => new StrategyLoader().Load(With(Fixtures.Strategy("one"), assembly: null)));

        Assert.Equal(PluginCodes.NoStrategy, problem.Code);
    }

    private static PluginDefinition Several(string type)
    {
        var plugin = Fixtures.Strategy("several");
        return plugin with { Strategy = plugin.Strategy! with { Type = type } };
    }

    private static PluginDefinition With(PluginDefinition plugin, string? assembly) =>
        plugin with { Strategy = plugin.Strategy! with { Assembly = assembly } };

    private static async Task<List<string>> Details(IStrategy strategy)
    {
        var details = new List<string>();
        await foreach (var outcome in strategy.Transform(Source, null!, TestContext.Current.CancellationToken))
        {
            details.Add(Assert.IsType<Reject>(outcome).Detail);
        }

        return details;
    }
}
