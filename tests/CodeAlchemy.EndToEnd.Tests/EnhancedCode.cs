using System.Text.Json;
using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

public sealed class EnhancedCode
{
    private static readonly string Programs = Path.Combine(Tool.Root, "tests", "CodeAlchemy.Strategies.CodeEnhance.Tests", "programs");

    [Fact]
    public async Task Every_damage_keeps_the_behaviour_of_a_program_in_six_languages()
    {
        using var scratch = new Scratch();
        foreach (var file in Directory.EnumerateFiles(Programs))
        {
            scratch.Write($"corpus/{Path.GetFileName(file)}", File.ReadAllText(file));
        }

        var manifest = scratch.Write("m.yaml", "apiVersion: codealchemy/v1\nkind: Pipeline\nname: enhance\nsource: {files: {root: corpus}}\nstrategies:\n  - code-enhance: {perFile: 13}\noutput: {path: out}\n");
        var result = await Tool.Run(["run", manifest], TimeSpan.FromMinutes(15));
        Assert.True(result.ExitCode == 0, result.Stderr);
        var rows = Lines(scratch["out/data"]);

        Assert.Empty(Lines(scratch["out/rejects"]).Select(r => $"{Text(r, "input")} {Text(r, "reason")} {Text(r, "detail")}"));
        Assert.Equal(6 * 13, rows.Select(r => (Text(r, "language"), Text(r, "task"))).Distinct().Count());
        Assert.All(rows, r => Assert.All(r.GetProperty("verification").EnumerateArray(), v => Assert.Equal("verified", Text(v, "status"))));
        Assert.Equal(0, (await Tool.Run(["verify", "--derive", scratch["out"]], TimeSpan.FromMinutes(15))).ExitCode);
    }

    private static List<JsonElement> Lines(string folder) => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateFiles(folder, "*.jsonl", SearchOption.AllDirectories).SelectMany(File.ReadLines).Select(l => JsonDocument.Parse(l).RootElement)];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
