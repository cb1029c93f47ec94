using System.Diagnostics;
using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

public sealed class WorkingDirectory
{
    [Fact]
    public async Task One_that_is_gone_is_said_in_words()
    {
        var start = new ProcessStartInfo("bash", ["-c", "cd \"$(mktemp -d)\" && rmdir \"$PWD\" && exec \"$0\" plugin list", Tool.Executable])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["CODEALCHEMY_ROOT"] = Tool.Root;
        using var process = Process.Start(start)!;
        var stderr = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
        Assert.Contains("[no-working-directory]", stderr, StringComparison.Ordinal);
    }
}
