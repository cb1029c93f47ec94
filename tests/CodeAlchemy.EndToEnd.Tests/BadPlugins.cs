using CodeAlchemy.Tests.Shared;
using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

/// <summary>What the commands do with the bad plugins of the fixtures, in the user's folder.</summary>
public sealed class BadPlugins
{
    private static readonly string Root = Path.Combine(Tool.Root, "tests", "fixtures", "plugins");

    public static TheoryData<string> Found => Names("noticed", "found");

    public static TheoryData<string> Used => Names("loaded", "run");

    [Theory]
    [MemberData(nameof(Found))]
    public async Task A_bad_plugin_is_a_warning_and_with_strict_plugins_the_end(string name)
    {
        using var scratch = new Scratch();
        var bad = Put(scratch, name);

        var listed = await Run(scratch, "plugin", "list");
        var strict = await Run(scratch, "plugin", "list", "--strict-plugins");

        Assert.True(listed.ExitCode == 0, listed.Stderr);
        Assert.Contains("warning: ", listed.Stderr, StringComparison.Ordinal);
        Assert.Contains(bad.Message, listed.Stderr, StringComparison.Ordinal);
        Assert.Contains($"[{bad.Code}]", listed.Stderr, StringComparison.Ordinal);
        Assert.DoesNotContain("error: ", listed.Stderr, StringComparison.Ordinal);
        Assert.Equal(bad.When == "found" ? 6 : 0, strict.ExitCode);
        Assert.Contains((bad.When == "found" ? "error: " : "warning: "), strict.Stderr, StringComparison.Ordinal);
        Assert.Contains(bad.Message, strict.Stderr, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Used))]
    public async Task A_bad_strategy_ends_the_run_that_uses_it_or_costs_the_file_its_rows(string name)
    {
        using var scratch = new Scratch();
        var bad = Put(scratch, name);
        scratch.Write("programs/one.py", "print(1)\n");
        var manifest = scratch.Write("m.yaml", $$$"""
            apiVersion: codealchemy/v1
            kind: Pipeline
            name: bad
            source: {files: {root: programs}}
            strategies: [{{{bad.Id}}}]
            output: {path: out, format: jsonl}
            run: {isolation: none, rejects: {atMost: 100%}}
            """);
        var trusted = await Run(scratch, "plugin", "trust", $"strategy/{bad.Id}", "--yes");
        Assert.True(trusted.ExitCode == 0, trusted.Stderr);

        var result = await Run(scratch, "run", manifest, "--strict-plugins");

        var rejects = Directory.Exists(scratch["out/rejects"]) ? string.Concat(Directory.EnumerateFiles(scratch["out/rejects"]).Select(File.ReadAllText)) : "";
        Assert.True(result.ExitCode == (bad.When == "loaded" ? 6 : 0), result.Stderr);
        Assert.Contains(bad.Message, bad.When == "loaded" ? result.Stderr : rejects, StringComparison.Ordinal);
        Assert.Contains(bad.Code, bad.When == "loaded" ? result.Stderr : rejects, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Stderr, StringComparison.Ordinal);
    }

    private static TheoryData<string> Names(params string[] when) =>
        new(BadPlugin.Names(Root, "bad").Where(name => when.Contains(BadPlugin.Read(Root, name).When)));

    /// <summary>Puts a plugin where the user's plugins are, with what its build gave beside its manifest.</summary>
    private static BadPlugin Put(Scratch scratch, string name)
    {
        var bad = BadPlugin.Read(Root, name);
        var target = Directory.CreateDirectory(scratch[$"home/plugins/{name}"]).FullName;
        var built = new[] { "Release", "Debug" }.Select(configuration => Path.Combine(bad.Folder, "bin", configuration, "net10.0")).FirstOrDefault(Directory.Exists);
        foreach (var file in Directory.EnumerateFiles(bad.Folder).Concat(built is null ? [] : Directory.EnumerateFiles(built)))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        return bad;
    }

    private static Task<ToolResult> Run(Scratch scratch, params string[] arguments) =>
        Tool.Run(arguments, TimeSpan.FromMinutes(5), new Dictionary<string, string?> { ["CODEALCHEMY_HOME"] = scratch["home"] }, scratch.Folder);
}
