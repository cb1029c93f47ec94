using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Execution.Tests.Support;
using CodeAlchemy.Execution.Tracing;

namespace CodeAlchemy.Execution.Tests.Programs;

public sealed class ProgramExecutorTests(ExecutorFixture fixture) : IClassFixture<ExecutorFixture>
{
    [Fact]
    public async Task A_program_is_traced_with_its_values_output_and_exit_status()
    {
        var run = await fixture.TracePython("import sys\nx = 3\nprint(x, sys.argv[1], input())\nsys.exit(4)\n", ExecutorFixture.Case("yes\n", "a"));

        var trace = run.Trace ?? throw new InvalidOperationException(RunText(run.Result));
        Assert.Equal(4, run.Result.ExitCode);
        Assert.Equal("3 a yes\n", Encoding.UTF8.GetString(run.Result.Stdout.AsSpan()));
        Assert.Contains(trace.Events, e => e.Line == 3 && e.Set.Any(v => v is { Name: "x", Value.Text: "3" }));
        Assert.Contains(trace.Events, e => e.Kind == TraceEventKind.Input && e.Chunk!.Descriptor == 0);
        Assert.True(TraceDigest.IsRight(trace));
    }

    [Fact]
    public async Task Three_traces_and_the_untraced_run_agree()
    {
        var evidence = await fixture.ProvePython("words = {'b', 'a'}\nfor w in sorted(words):\n    print(w)\n");

        Assert.NotNull(evidence.Agreed);
        Assert.Equal(3, evidence.Traced.Length);
    }

    private static string RunText(RunResult result) => $"{result.Status} {result.Detail} {Encoding.UTF8.GetString(result.Stderr.AsSpan())}";
}
