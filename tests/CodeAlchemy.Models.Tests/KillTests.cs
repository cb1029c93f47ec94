using System.Diagnostics;
using CodeAlchemy.Bench.Models;
using CodeAlchemy.DummyEndpoint;

namespace CodeAlchemy.Models.Tests;

public sealed class KillTests : IDisposable
{
    private const int AtOnce = 32;
    private const int Count = 600;
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task After_a_kill_no_more_requests_are_sent_again_than_were_in_flight()
    {
        await using var server = DummyServer.Start(new Script { DelayMs = 20 });
        for (var kill = 1; kill <= 3; kill++)
        {
            using var client = Start(server);
            await server.Arrived(kill * 150);
            client.Kill();
            await client.WaitForExitAsync(Kit.Cancellation);
        }

        using var last = Start(server);
        var said = await last.StandardOutput.ReadToEndAsync(Kit.Cancellation);
        await last.WaitForExitAsync(Kit.Cancellation);

        Assert.StartsWith($"{Count} 0 ", said, StringComparison.Ordinal);
        Assert.Equal(Count, server.Counts.Distinct);
        Assert.InRange(server.Counts.Requests - Count, 1, 3 * AtOnce);
    }

    public void Dispose() => _folder.Dispose();

    private Process Start(DummyServer server)
    {
        string[] arguments = [typeof(StoredJournal).Assembly.Location, server.Url.ToString(), _folder.Path, $"{Count}", $"{AtOnce}"];
        return Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } path && path.EndsWith("dotnet", StringComparison.Ordinal) ? path : "dotnet", arguments) { RedirectStandardOutput = true })!;
    }
}
