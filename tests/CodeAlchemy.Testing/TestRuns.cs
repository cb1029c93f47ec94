using System.Text;
using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Testing;

/// <summary>Makes results of runs for tests.</summary>
public static class TestRuns
{
    /// <summary>A program that ended by itself: with exit status 0 it is <c>ok</c>, with another it is <c>error</c>.</summary>
    /// <param name="stdout">What it wrote to stdout, as UTF-8.</param>
    /// <param name="exitCode">Its exit status.</param>
    /// <param name="stderr">What it wrote to stderr, as UTF-8.</param>
    public static RunResult Ended(string stdout = "", int exitCode = 0, string stderr = "") => new()
    {
        Status = exitCode == 0 ? ExecutionStatus.Ok : ExecutionStatus.Error,
        ExitCode = exitCode,
        Stdout = [.. Encoding.UTF8.GetBytes(stdout)],
        Stderr = [.. Encoding.UTF8.GetBytes(stderr)],
    };

    /// <summary>A program that a limit or the sandbox ended, or that could not be started.</summary>
    /// <param name="status">How it ended.</param>
    /// <param name="detail">The sentence of the host, or <see langword="null"/>.</param>
    public static RunResult Stopped(ExecutionStatus status, string? detail = null) => new() { Status = status, Detail = detail };
}
