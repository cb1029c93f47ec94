using System.Text;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Testing.Tests;

public sealed class TestTracesTests
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "traces", "total.jsonl");

    [Fact]
    public async Task A_trace_file_gives_evidence_with_its_output_and_status()
    {
        var trace = TestTraces.Load(File);
        var bench = TestWorkbench.For("python", "…").WithTrace("default", trace);

        var evidence = await bench.Trace(bench.Source, ExecutionCase.Default, TestContext.Current.CancellationToken);

        Assert.Equal("total 1\n", Encoding.UTF8.GetString(evidence.Untraced.Stdout.AsSpan()));
        Assert.Equal((ExecutionStatus.Ok, 0, 3), (evidence.Untraced.Status, evidence.Untraced.ExitCode, evidence.Traced.Length));
        Assert.Same(trace, evidence.Agreed);
        Assert.Equal(["add", "add"], trace.Events.Where(e => e is { Kind: TraceEventKind.Call, Depth: 1 }).Select(e => e.Function));
        Assert.Equal("default", Assert.Single(bench.Seen.Traced).Name);
    }

    [Fact]
    public void A_file_that_is_no_trace_is_refused_with_its_line()
    {
        var cut = System.IO.File.ReadAllText(File).Replace("\"kind\":\"line\"", "\"kind\":\"lien\"", StringComparison.Ordinal);

        var refused = Assert.Throws<FormatException>(() => TestTraces.Parse(cut, "total.jsonl"));

        Assert.StartsWith("total.jsonl:3", refused.Message, StringComparison.Ordinal);
        Assert.Contains("The kind 'lien' is not known.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_that_holds_only_a_part_of_the_output_needs_the_run_too()
    {
        var trace = TestTraces.Load(File);
        var silent = trace with { Events = [.. trace.Events.Where(e => e.Kind != TraceEventKind.Output)] };

        Assert.Throws<ArgumentException>(() => TestTraces.Agreed(silent));
        Assert.Equal(ExecutionStatus.Ok, TestTraces.Agreed(silent, TestRuns.Ended("total 1\n")).Untraced.Status);
    }

    [Fact]
    public void Refused_evidence_has_a_reason_and_no_trace()
    {
        var evidence = TestTraces.Refused("nondeterministic", "The runs differ.");

        Assert.Equal(("nondeterministic", "The runs differ.", null), (evidence.Reason, evidence.Detail, evidence.Agreed));
        Assert.Equal("cpu-limit", TestRuns.Stopped(ExecutionStatus.CpuLimit).Status.ToId());
    }
}
