using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Studies;
using Xunit;

namespace CodeAlchemy.Grounded.Tests;

public sealed class ShellTestTests
{
    [Theory]
    [InlineData("cat", 0)]
    [InlineData("rev", 1)]
    public async Task The_script_passes_with_the_program_it_was_recorded_from_and_fails_with_another(string program, int status)
    {
        var script = ShellTest.Of([Study("it's\n\tone\\n %s\n"), Study("no line end"), Study("")]);
        var result = await Run(script, program);

        Assert.True(result.Status == status, result.Output);
        Assert.Contains(status == 0 ? "ok run 2" : "FAIL run 2: wrong output", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_exit_status_fails_as_well()
    {
        var result = await Run(ShellTest.Of([Study("")]), "false");

        Assert.Equal((1, "FAIL run 1: exit status 1 instead of 0\n"), result);
    }

    private static CaseStudy Study(string text)
    {
        ImmutableArray<byte> bytes = [.. Encoding.UTF8.GetBytes(text)];
        var source = new SourceFile { Ordinal = 0, Path = "x.sh", Language = "any", Text = "", Sha256 = "00" };
        var run = new RunResult { Status = ExecutionStatus.Ok, ExitCode = 0, Stdout = bytes };
        return new CaseStudy(source, new ExecutionCase { Name = "a", Stdin = bytes }, new TraceEvidence { Untraced = run, Traced = [run], Agreed = TraceBuilder.Of("call 1 main\n") });
    }

    private static async Task<(int Status, string Output)> Run(string script, string program)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-s", program]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await process.StandardInput.WriteAsync(script);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
