using System.Text.Json;
using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

/// <summary>A small dataset; every test reviews a copy of its own.</summary>
public sealed class ReviewedDataset : IAsyncLifetime
{
    private readonly Scratch _scratch = new();

    public string Manifest => _scratch["small.yaml"];

    public string Folder => _scratch["out"];

    public async ValueTask InitializeAsync()
    {
        _scratch.Write("small.yaml", $$"""
            apiVersion: codealchemy/v1
            kind: Pipeline
            name: small
            source:
              files: {root: "{{Path.Combine(Tool.Root, "examples", "corpus")}}", include: ["python/*"], exclude: ["python/endless.py", "python/lottery.py"]}
            filters: [duplicates]
            strategies:
              - code-trace: {renderings: [compact]}
            output: {path: "{{Folder}}"}
            """);
        var result = await Tool.Run(["run", Manifest], TimeSpan.FromMinutes(10));
        Assert.True(result.ExitCode == 0, result.Stderr);
    }

    public ValueTask DisposeAsync()
    {
        _scratch.Dispose();
        return ValueTask.CompletedTask;
    }

    internal async Task<string> Copy(Scratch scratch)
    {
        await Shell.Run("cp", "-r", Folder, scratch["run"]);
        return scratch["run"];
    }

    internal static string[] Lines(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(folder, "data"), "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(File.ReadLines)];

    internal static string[] Ids(string folder) => [.. Lines(folder).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()!)];
}
