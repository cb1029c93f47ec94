using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Programs;
using CodeAlchemy.Execution.Tests.Support;

namespace CodeAlchemy.Execution.Tests.Programs;

/// <summary>Languages whose commands name the folders of other plugins, or their own by id.</summary>
public sealed class SharedPartsTests(ExecutorFixture fixture) : IClassFixture<ExecutorFixture>
{
    [Fact]
    public async Task A_command_may_name_its_own_plugin_by_id()
    {
        var one = Language("one", "{plugin:one}/say.sh");

        Assert.Equal("one", await Run(one, one));
    }

    [Fact]
    public async Task A_command_runs_what_another_plugin_brings()
    {
        var one = Language("one", "{plugin:one}/say.sh");
        var two = Language("two", "{plugin:one}/say.sh");

        Assert.Equal("one", await Run(two, one, two));
    }

    [Fact]
    public async Task A_plugin_that_is_not_there_is_named()
    {
        var two = Language("two", "{plugin:one}/say.sh");

        var problem = await Assert.ThrowsAsync<ProblemException>(() => Run(two, two));

        Assert.Equal("plugin-not-found", problem.Problem.Code);
        Assert.Contains("'one'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plugins_that_use_each_other_are_refused_before_they_wait_for_each_other()
    {
        var one = Language("one", "{plugin:two}/say.sh");
        var two = Language("two", "{plugin:three}/say.sh");
        var three = Language("three", "{plugin:one}/say.sh");

        var problem = await Assert.ThrowsAsync<ProblemException>(() => Run(one, one, two, three));

        Assert.Equal("plugin-circle", problem.Problem.Code);
        Assert.Contains("three, two", problem.Message, StringComparison.Ordinal);
    }

    private LanguageDefinition Language(string id, string script)
    {
        var folder = fixture.NewFolder();
        File.WriteAllText(Path.Combine(folder, "say.sh"), $"echo {id}\n");
        return new LanguageDefinition
        {
            Id = id, Version = "1.0.0", Name = id, Directory = folder, Extensions = [".x"], Run = ["sh", script],
        };
    }

    private async Task<string> Run(LanguageDefinition language, params LanguageDefinition[] installed)
    {
        await using var executor = fixture.NewExecutor(new ProgramExecutorOptions
        {
            CacheFolder = Path.Combine(fixture.NewFolder(), "cache"),
            PluginContent = directory => directory,
            Languages = id => installed.FirstOrDefault(l => l.Id == id),
        });
        var source = ExecutorFixture.Source("anything", "program.x", language.Id);
        var result = await executor.Run(language, source, ExecutionCase.Default, new ExecutionOptions(), TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(result.Stdout.AsSpan()).Trim();
    }
}
