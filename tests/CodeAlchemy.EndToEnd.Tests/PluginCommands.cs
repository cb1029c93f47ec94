using System.IO.Compression;
using System.Text.Json;
using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

public sealed class PluginCommands
{
    private const string Manifest = """
        apiVersion: codealchemy/v1
        kind: language
        id: sample
        version: 1.0.0
        name: Sample
        requires: {host: ">=1.0 <2.0"}
        language:
          extensions: [.sample]
          run: [cat, "{file}"]

        """;

    [Theory]
    [InlineData("language")]
    [InlineData("strategy")]
    [InlineData("evaluator")]
    public async Task A_new_plugin_is_valid_and_its_test_passes_at_once(string kind)
    {
        using var scratch = new Scratch();

        var begun = await Plugin(scratch, "new", kind, "my-own", "--name", "My own");
        Assert.True(begun.ExitCode == 0, begun.Stderr);
        Assert.Contains("my-own/plugin.yaml", begun.Stdout, StringComparison.Ordinal);
        var valid = await Plugin(scratch, "validate", "my-own");
        Assert.True(valid.ExitCode == 0, valid.Stderr);
        var tested = await Plugin(scratch, "test", "./my-own");

        Assert.True(tested.ExitCode == 0, tested.Stdout + tested.Stderr);
        Assert.Contains("100.00 %", tested.Stdout, StringComparison.Ordinal);
        Assert.Equal(2, (await Plugin(scratch, "new", kind, "my-own")).ExitCode);
    }

    [Theory]
    [InlineData("new", "KIND")]
    [InlineData("new languag x", "Did you mean", "language")]
    [InlineData("new language", "the id of the new plugin is missing")]
    [InlineData("new language Upper", "can't be the id of a plugin")]
    [InlineData("install nowhere", "There is no file or folder 'nowhere'")]
    [InlineData("install http://example.org/x.zip", "Plugins come over https")]
    [InlineData("remove sample", "has no plugin 'sample'")]
    [InlineData("info pythn", "Did you mean 'python'?")]
    [InlineData("update", "name plugins, or all of them")]
    public async Task A_mistake_ends_with_2_and_never_with_a_question(string line, params string[] parts)
    {
        using var scratch = new Scratch();
        var result = await Plugin(scratch, line.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(parts[^1], result.Stderr, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_tool_chain_that_is_missing_is_a_state_of_its_own_and_no_fault_of_the_plugin()
    {
        Assert.SkipWhen(File.Exists("/usr/bin/swiftc"), "Swift is installed");

        var result = await Tool.Run("plugin", "test", "swift");

        Assert.Equal(7, result.ExitCode);
        Assert.Contains("no tool chain", result.Stdout, StringComparison.Ordinal);
        Assert.Contains("swiftc is not installed. Remedy:", result.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_points_at_what_is_wrong_and_suggests_the_nearest_name()
    {
        using var scratch = new Scratch();
        scratch.Write("p/plugin.yaml", Manifest + "  shebngs: [x]\n");
        var result = await Plugin(scratch, "validate", "p");
        Assert.Equal(6, result.ExitCode);
        Assert.Contains("plugin.yaml:10:3: ", result.Stderr, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'shebangs'?", result.Stderr, StringComparison.Ordinal);

        scratch.Write("p/plugin.yaml", Manifest + "  trace: [python3, \"{plugin}/tracer.py\", \"{file}\"]\n");
        result = await Plugin(scratch, "validate", "p");
        Assert.Equal(6, result.ExitCode);
        Assert.Contains("has no file 'tracer.py'", result.Stderr, StringComparison.Ordinal);
        Assert.Equal(6, (await Plugin(scratch, "validate", "nowhere")).ExitCode);
    }

    [Fact]
    public async Task A_plugin_is_installed_listed_restored_and_removed()
    {
        using var scratch = new Scratch();
        scratch.Write("source/plugin.yaml", Manifest);
        scratch.Write("hello.sample", "hello\n");

        Assert.Equal(0, (await Plugin(scratch, "install", "source", "--pin")).ExitCode);
        var @lock = File.ReadAllText(scratch["codealchemy.lock.json"]);
        Assert.Equal("hello\n", (await Run(scratch, "exec", "hello.sample")).Stdout);
        using (var json = JsonDocument.Parse((await Plugin(scratch, "list", "--json")).Stdout))
        {
            var listed = json.RootElement.GetProperty("plugins").EnumerateArray().Single(plugin => plugin.GetProperty("id").GetString() == "sample");
            Assert.Equal(("project", true), (listed.GetProperty("layer").GetString(), listed.GetProperty("pinned").GetBoolean()));
        }

        Directory.Delete(scratch[".codealchemy"], recursive: true);
        Assert.Contains("plugin restore", (await Run(scratch, "exec", "hello.sample")).Stderr, StringComparison.Ordinal);
        Assert.Equal(0, (await Plugin(scratch, "restore")).ExitCode);
        Assert.Equal(@lock, File.ReadAllText(scratch["codealchemy.lock.json"]));
        Assert.Equal(2, (await Plugin(scratch, "remove", "sample")).ExitCode);
        Assert.Equal(0, (await Plugin(scratch, "remove", "sample", "--yes")).ExitCode);
        Assert.DoesNotContain("sample", (await Plugin(scratch, "list")).Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_archive_ends_with_6_and_leaves_nothing()
    {
        using var scratch = new Scratch();
        using (var archive = ZipFile.Open(scratch["x.zip"], ZipArchiveMode.Create))
        {
            archive.CreateEntry("plugin.yaml");
            archive.CreateEntry("../../evil");
        }

        var result = await Plugin(scratch, "install", "x.zip");

        Assert.Equal(6, result.ExitCode);
        Assert.Contains("The entry '../../evil' leaves its folder.", result.Stderr, StringComparison.Ordinal);
        Assert.False(File.Exists(scratch["codealchemy.lock.json"]));
        Assert.Equal([".lock"], Directory.EnumerateFileSystemEntries(scratch[".codealchemy/plugins"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Code_needs_consent_and_changed_code_is_refused_with_the_command_to_run()
    {
        using var scratch = new Scratch();
        await Plugin(scratch, "new", "language", "mine");

        var refused = await Plugin(scratch, "install", "mine");
        Assert.Equal(6, refused.ExitCode);
        Assert.Contains("{plugin}/tracer.py", refused.Stderr, StringComparison.Ordinal);
        Assert.Contains("--yes", refused.Stderr, StringComparison.Ordinal);
        var installed = await Plugin(scratch, "install", "mine", "--yes");
        Assert.True(installed.ExitCode == 0, installed.Stderr);
        scratch.Write("hello.mine", "a = 1\nprint a\n");
        Assert.Equal("1\n", (await Run(scratch, "exec", "hello.mine")).Stdout);

        File.AppendAllText(scratch[".codealchemy/plugins/languages/mine/tracer.py"], "# changed\n");
        var changed = await Run(scratch, "trace", "hello.mine", "--language", "mine");
        Assert.Equal(6, changed.ExitCode);
        Assert.Contains("changed tracer.py", changed.Stderr, StringComparison.Ordinal);
        Assert.Contains("codealchemy plugin restore", changed.Stderr, StringComparison.Ordinal);
        Assert.Equal(6, (await Plugin(scratch, "list", "--strict-plugins")).ExitCode);
        Assert.Equal(0, (await Plugin(scratch, "list")).ExitCode);
        Assert.Equal(0, (await Plugin(scratch, "restore")).ExitCode);
        Assert.Equal(0, (await Run(scratch, "trace", "hello.mine")).ExitCode);
    }

    [Fact]
    public async Task A_built_in_plugin_is_replaced_only_when_that_is_said_and_then_it_is_shown()
    {
        using var scratch = new Scratch();
        scratch.Write("source/plugin.yaml", Manifest.Replace("id: sample", "id: lua", StringComparison.Ordinal));

        var refused = await Plugin(scratch, "install", "source");
        Assert.Equal(6, refused.ExitCode);
        Assert.Contains("--replace", refused.Stderr, StringComparison.Ordinal);
        Assert.Equal(0, (await Plugin(scratch, "install", "source", "--replace")).ExitCode);
        Assert.Contains("\"replaces\": true", File.ReadAllText(scratch["codealchemy.lock.json"]), StringComparison.Ordinal);
        Assert.Contains("replaces the built-in one", (await Plugin(scratch, "list")).Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_looks_for_no_plugins_and_a_broken_one_is_a_warning()
    {
        using var scratch = new Scratch();
        scratch.Write(".codealchemy/plugins/languages/broken/plugin.yaml", "id: [");
        scratch.Write("codealchemy.lock.json", "this is no lock file");

        var help = await Run(scratch, "--help", "--strict-plugins");
        Assert.Equal(0, help.ExitCode);
        Assert.Empty(help.Stderr);
        Assert.Equal(0, (await Run(scratch, "plugin", "install", "--help")).ExitCode);
        Assert.Equal(5, (await Plugin(scratch, "list")).ExitCode);

        File.Delete(scratch["codealchemy.lock.json"]);
        var listed = await Plugin(scratch, "list");
        Assert.Equal(0, listed.ExitCode);
        Assert.Contains("warning: ", listed.Stderr, StringComparison.Ordinal);
        Assert.DoesNotContain("error: ", listed.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kill_in_the_middle_leaves_the_old_plugin_or_the_new_one()
    {
        using var scratch = new Scratch();
        scratch.Write("source/plugin.yaml", Manifest);
        for (var i = 0; i < 400; i++)
        {
            scratch.Write($"source/data/{i}.txt", new string('x', 2000));
        }

        Assert.Equal(0, (await Plugin(scratch, "install", "source")).ExitCode);
        foreach (var delay in new[] { 150, 250, 350, 450, 550 })
        {
            scratch.Write("source/plugin.yaml", Manifest.Replace("1.0.0", $"1.0.{delay}", StringComparison.Ordinal));
            scratch.Write("source/data/0.txt", $"{delay}");
            using var process = Tool.Start(["plugin", "install", "source"], Surroundings(scratch), scratch.Folder);
            await Task.Delay(delay, TestContext.Current.CancellationToken);
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            var installed = scratch[".codealchemy/plugins/languages/sample"];
            Assert.Equal(401, Directory.EnumerateFiles(installed, "*", SearchOption.AllDirectories).Count());
            Assert.Equal(
                File.ReadAllText(Path.Combine(installed, "plugin.yaml")).Contains($"1.0.{delay}", StringComparison.Ordinal),
                File.ReadAllText(Path.Combine(installed, "data", "0.txt")) == $"{delay}");
            var next = await Plugin(scratch, "install", "source");
            Assert.True(next.ExitCode == 0, next.Stderr);
            Assert.DoesNotContain(Directory.EnumerateDirectories(scratch[".codealchemy/plugins"]), folder => folder.Contains(".staging-", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Completions_know_the_new_commands()
    {
        var found = (await Tool.Run("[suggest:7]", "plugin ")).Stdout.Split('\n', StringSplitOptions.TrimEntries);

        Assert.Empty(new[] { "list", "info", "install", "update", "remove", "pin", "restore", "trust", "new", "validate", "test" }.Except(found));
    }

    private static Task<ToolResult> Plugin(Scratch scratch, params string[] arguments) => Run(scratch, ["plugin", .. arguments]);

    private static Task<ToolResult> Run(Scratch scratch, params string[] arguments) =>
        Tool.Run(arguments, TimeSpan.FromMinutes(5), Surroundings(scratch), scratch.Folder);

    private static Dictionary<string, string?> Surroundings(Scratch scratch) => new() { ["CODEALCHEMY_HOME"] = scratch["home"] };
}
