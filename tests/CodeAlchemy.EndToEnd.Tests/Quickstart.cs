using System.Text.Json;
using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

/// <summary>One undisturbed run of the quickstart, shared by the tests that compare with it.</summary>
public sealed class Quickstart : IAsyncLifetime
{
    private readonly Scratch _scratch = new();

    public static string Manifest { get; } = Path.Combine(Tool.Root, "examples", "quickstart.yaml");

    public string Folder => _scratch["undisturbed"];

    internal ToolResult Result { get; private set; } = null!;

    public JsonElement Ledger { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Result = await Tool.Run(["run", Manifest, "--output", Folder], TimeSpan.FromMinutes(10));
        Assert.True(Result.ExitCode == 0, Result.Stderr);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "ledger.json")));
        Ledger = json.RootElement.Clone();
    }

    public ValueTask DisposeAsync()
    {
        _scratch.Dispose();
        return ValueTask.CompletedTask;
    }
}
