using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Execution.Tests.Support;

namespace CodeAlchemy.Execution.Tests.Programs;

/// <summary>Traces of the Python samples held against a count of lines made without any trace function.</summary>
public sealed class PythonCounterTests(ExecutorFixture fixture) : IClassFixture<ExecutorFixture>
{
    private static readonly string Samples = Path.Combine(Languages.Python.Directory, "samples");

    /// <summary>All but the one that leaves before a counter could report.</summary>
    public static TheoryData<string> Names =>
        [.. Directory.EnumerateDirectories(Samples).Select(f => Path.GetFileName(f)!).Where(n => n != "early-exit").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_trace_and_the_counter_agree_on_which_lines_ran(string name)
    {
        var token = TestContext.Current.CancellationToken;
        var source = ExecutorFixture.Source(await File.ReadAllTextAsync(Path.Combine(Samples, name, "program.py"), token));
        var @case = ExecutorFixture.Case("Ann\none\n");

        var counted = await fixture.Executor.Count(Languages.Python, source, @case, new ExecutionOptions(), token);
        var traced = await fixture.Executor.TraceOnce(Languages.Python, source, @case, new ExecutionOptions(), token);

        Assert.Equal(
            counted.Lines.Where(l => l.Value > 0).Select(l => l.Key),
            traced.Trace!.Events.Where(e => e.Kind == TraceEventKind.Line && e.File is null).Select(e => e.Line).Distinct().Order());
    }
}
