using System.Diagnostics;
using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

/// <summary>Programs of the system.</summary>
internal static class Shell
{
    public static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }
}
