using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Testing;
using CodeAlchemy.Workspace.Workbench;
using Xunit;

namespace CodeAlchemy.Workspace.Tests;

public sealed class DeclaredWorkbenchTests
{
    private static readonly TestWorkbench Bench = TestWorkbench.For("python", "print(1)\n", "one.py")
        .WithRun("default", stdout: "1\n")
        .WithTrace("default", TestTraces.Refused("nondeterministic", "The runs differ."))
        .WithScripts(_ => new ScriptResult { Run = TestRuns.Ended("script\n") })
        .WithReply("yes").WithPlainPrompts().WithoutSyntax().WithShellCommands("python3 one.py").WithRendering("cwm", "text");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Calls => new() { { "Run", "run" }, { "RunScript", "run" }, { "Trace", "trace" }, { "Ask", "model" } };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task What_a_plugin_does_not_declare_ends_the_run_with_the_word_that_is_missing(string call, string need)
    {
        foreach (var others in new ImmutableArray<string>[] { [], [.. new[] { "run", "trace", "model", "scorer" }.Except([need])] })
        {
            var bench = Bench.Fresh();
            var problem = (await Assert.ThrowsAsync<ProblemException>(() => Call(Declaring(bench, others), call))).Problem;

            Assert.Equal(("plugin-undeclared-need", ExitCode.Plugin), (problem.Code, problem.Exit));
            Assert.Equal($"The plugin 'mine' uses '{need}', which its manifest does not declare.", problem.Message);
            Assert.Equal($"Add '{need}' to 'needs' in its plugin.yaml.", problem.Remedy);
            Assert.Equal("/plugins/mine/plugin.yaml", problem.Location!.File);
            Assert.Equal(0, bench.Seen.Ran.Count + bench.Seen.Traced.Count + bench.Seen.Scripts.Count + bench.Seen.Asked.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task What_a_plugin_declares_it_gets(string call, string need)
    {
        var bench = Bench.Fresh();

        await Call(Declaring(bench, need), call);

        Assert.Equal(1, bench.Seen.Ran.Count + bench.Seen.Traced.Count + bench.Seen.Scripts.Count + bench.Seen.Asked.Count);
    }

    [Fact]
    public void A_plugin_that_never_declared_a_model_has_none()
    {
        Assert.True(Bench.HasModel());
        Assert.True(Declaring(Bench, "model").HasModel());
        Assert.False(Declaring(Bench, "model").HasModel("judge"));
        Assert.False(Declaring(Bench, "run", "trace").HasModel());
    }

    [Fact]
    public async Task What_is_only_looked_at_needs_no_word()
    {
        var bench = Bench.Fresh();
        var declared = Declaring(bench);

        Assert.Single(await declared.Cases(bench.Source, Token));
        Assert.Null(declared.Syntax(bench.Source));
        Assert.Empty(declared.Outline(bench.Source).Functions);
        Assert.Equal("mine/x.scriban\na: 1", declared.Prompt("mine/x.scriban", new Dictionary<string, object?> { ["a"] = 1 }).Text);
        Assert.Equal(["python3 one.py"], declared.ShellCommands(bench.Source));
        Assert.Equal(bench.Random("x").NextBits(), declared.Random("x").NextBits());
        declared.Log(LogLevel.Warning, "careful");
        Assert.Equal("careful", Assert.Single(bench.Seen.Logs).Message);
    }

    [Fact]
    public void The_kit_gives_the_random_numbers_of_a_run() => Assert.Equal(
        new KeyedRandom(7, Bench.Source.Sha256, "mine", "order").NextBits(),
        Bench.WithSeed(7, "mine").Random("order").NextBits());

    private static DeclaredWorkbench Declaring(TestWorkbench bench, params ImmutableArray<string> needs) => new(bench, new PluginDefinition
    {
        Kind = PluginKind.Strategy,
        Id = "mine",
        Version = "1.0.0",
        Name = "Mine",
        RequiresHost = ">=1.0",
        Directory = "/plugins/mine",
        Layer = "user",
        Strategy = new StrategyDefinition { Needs = needs, Options = [] },
    });

    private static async Task Call(DeclaredWorkbench bench, string call) => _ = call switch
    {
        "Run" => await bench.Run(Bench.Source, ExecutionCase.Default, Token),
        "RunScript" => await bench.RunScript(new ScriptRequest { Language = "python", Script = "true" }, Token),
        "Trace" => await bench.Trace(Bench.Source, ExecutionCase.Default, Token),
        _ => (object)await bench.Ask(new ChatRequest { Messages = [new Message("user", "Well?")] }, Token),
    };
}
