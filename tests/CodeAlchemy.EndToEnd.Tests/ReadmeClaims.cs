using System.Text.RegularExpressions;
using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

public sealed partial class ReadmeClaims
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Tool.Root, "README.md"));

    [Fact]
    public void It_stays_under_150_lines() => Assert.InRange(Readme.Split('\n').Length, 1, 150);

    [Fact]
    public async Task Its_trace_is_what_the_tool_prints()
    {
        var block = Blocks().Single(text => text.Contains("$ cat total.py", StringComparison.Ordinal));
        var program = Regex.Match(block, @"\$ cat total\.py\n(.*?)\n\n\$ ", RegexOptions.Singleline).Groups[1].Value;
        var shown = Regex.Match(block, @"trace total\.py\n(.*)$", RegexOptions.Singleline).Groups[1].Value;
        using var scratch = new Scratch();
        var result = await Tool.Run("trace", scratch.Write("total.py", program + "\n"));
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(shown.TrimEnd(), result.Stdout.TrimEnd());
    }

    [Fact]
    public async Task Its_manifest_is_valid()
    {
        var manifest = Blocks().Single(text => text.Contains("apiVersion: codealchemy/v1", StringComparison.Ordinal));
        using var scratch = new Scratch();
        var result = await Tool.Run("validate", scratch.Write("mine.yaml", manifest));
        Assert.True(result.ExitCode == 0, result.Stderr);
    }

    [Fact]
    public void Its_links_lead_somewhere()
    {
        var missing = Directory.EnumerateFiles(Tool.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Tool.Root, "docs"), "*.md"))
            .SelectMany(file => Link().Matches(File.ReadAllText(file)).Select(match => (file, target: match.Groups[1].Value)))
            .Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(link.file)!, link.target)));
        Assert.Empty(missing);
    }

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#]+)")]
    private static partial Regex Link();

    private static IEnumerable<string> Blocks() =>
        Regex.Matches(Readme, @"^```\w*\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline).Select(match => match.Groups[1].Value);
}
