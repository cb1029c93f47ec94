using System.Text.RegularExpressions;
using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

/// <summary>The commands of the tutorial in docs/plugins.md, executed as they stand there.</summary>
public sealed partial class PluginTutorial
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Tool.Root, "docs", "plugins.md"));

    private static readonly string Plugin = Path.Combine(Tool.Root, "examples", "plugins", "awk");

    [Fact]
    public async Task Its_commands_make_a_plugin_that_holds_and_rows()
    {
        Assert.SkipUnless(await Has("gawk") && await Has("python3"), "gawk or python3 is not installed");
        using var scratch = new Scratch();
        var commands = Commands();
        Assert.True(commands.Length > 5, "the tutorial has lost its commands");

        var said = await CommandShell.Run(scratch, "set -eo pipefail\n" + string.Join('\n', commands));

        Assert.True(said.ExitCode == 0, said.Stdout + said.Stderr);
        Assert.Matches(@"awk +4 +4 +4 +100\.00 % .* yes", said.Stdout);
        Assert.Contains("language/awk 0.1.0 restored", said.Stdout, StringComparison.Ordinal);
        Assert.Contains("language/awk 0.1.0 removed", said.Stdout, StringComparison.Ordinal);
        Assert.Contains("traced by awk 0.1.0", said.Stderr, StringComparison.Ordinal);
        var rows = Directory.EnumerateFiles(scratch["project/out/data"], "*.jsonl", SearchOption.AllDirectories).SelectMany(File.ReadLines).ToArray();
        Assert.True(rows.Length >= 10, $"{rows.Length} rows");
        Assert.Contains(rows, row => row.Contains("balance.awk", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("primes.awk", StringComparison.Ordinal));
        Assert.False(Directory.Exists(scratch["project/.codealchemy/plugins/languages/awk"]));
        Assert.Equal(Files(Plugin), Files(scratch["awk"]));
    }

    [Fact]
    public void It_counts_the_lines_of_the_plugin_as_they_are()
    {
        var told = FileRow().Matches(Tutorial()).ToDictionary(row => row.Groups[1].Value, row => int.Parse(row.Groups[2].ValueSpan, null));

        Assert.Equal(
            Directory.EnumerateFiles(Plugin).ToDictionary(file => Path.GetFileName(file), file => File.ReadLines(file).Count()).OrderBy(file => file.Key, StringComparer.Ordinal),
            told.Where(file => file.Key != "samples/").OrderBy(file => file.Key, StringComparer.Ordinal));
        Assert.Equal(Directory.EnumerateFiles(Path.Combine(Plugin, "samples"), "*", SearchOption.AllDirectories).Sum(file => File.ReadLines(file).Count()), told["samples/"]);
    }

    private static string Tutorial() => DocumentedCommands.Section(Page, "Tutorial");

    private static string[] Commands() => DocumentedCommands.In(Tutorial());

    private static string[] Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("__pycache__", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(folder, file) + "\n" + File.ReadAllText(file)).Order(StringComparer.Ordinal)];

    private static async Task<bool> Has(string program)
    {
        using var scratch = new Scratch();
        return (await CommandShell.Run(scratch, $"command -v {program}")).ExitCode == 0;
    }

    [GeneratedRegex(@"^\| `([^`]+)` \| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex FileRow();
}
