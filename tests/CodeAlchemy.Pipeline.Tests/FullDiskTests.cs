using System.Diagnostics;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Tests.Kit;

namespace CodeAlchemy.Pipeline.Tests;

public sealed class FullDiskTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose()
    {
        Mount("umount", _run.Out("small"));
        _run.Dispose();
    }

    [Fact]
    public async Task A_run_that_fills_the_disk_says_so_and_goes_on_when_there_is_space()
    {
        for (var i = 0; i < 60; i++)
        {
            _run.With($"{i:D2}.txt", $"{i} " + new string('x', 10_000));
        }

        Directory.CreateDirectory(_run.Out("small"));
        Assert.SkipUnless(Mount("mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", _run.Out("small")), "Mounting a small disk needs root.");
        await TestRun.Do(_run.Request(output: "whole") with { ShardInputs = 10 });
        var request = _run.Request(output: "small/out") with { ShardInputs = 10 };

        var thrown = await Assert.ThrowsAsync<ProblemException>(() => TestRun.Do(request));
        Assert.True(Mount("mount", "-o", "remount,size=20m", _run.Out("small")));
        var summary = await TestRun.Do(request);

        Assert.Equal("disk-full", thrown.Problem.Code);
        Assert.Contains(_run.Out("small/out"), thrown.Problem.Message, StringComparison.Ordinal);
        Assert.True(summary.Resumed);
        Assert.Equal(_run.Identity("whole"), _run.Identity("small/out"));
    }

    private static bool Mount(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
