using System.Text;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Execution.Renderings;
using CodeAlchemy.Execution.Tests.Support;
using CodeAlchemy.Execution.Tracing;

namespace CodeAlchemy.Execution.Tests.Programs;

/// <summary>Programs against the tracer. Each file says in comments what must come of it.</summary>
public sealed class HostileProgramTests(ExecutorFixture fixture) : IClassFixture<ExecutorFixture>
{
    private static readonly string Folder = Path.Combine(Languages.Root, "tests/CodeAlchemy.Execution.Tests/Programs/hostile");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.py").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_evidence_is_what_the_program_deserves(string name)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.py"), TestContext.Current.CancellationToken);
        var expected = Note(text, "expect")!.Split(" or ");

        var evidence = await fixture.ProvePython(text, options: new ExecutionOptions { Trace = TraceLimits.Default with { Events = 60_000 } });

        var seen = evidence.Agreed is null ? evidence.Reason! : "agreed";
        Assert.True(expected.Contains(seen), $"{seen}: {evidence.Detail}\n{evidence.Evidence}");
        if (evidence.Agreed is { } trace)
        {
            Assert.True(TraceDigest.IsRight(trace));
            Assert.Equal(Encoding.UTF8.GetString(evidence.Untraced.Stdout.AsSpan()), Output(trace));
            Assert.All(TraceRenderings.Names, rendering => Assert.NotEmpty(TraceRenderings.Render(trace, text, rendering)));
            if (Note(text, "expect-line") is { } line)
            {
                Assert.Contains(trace.Events, e => e.Kind == TraceEventKind.Line && e.Line == int.Parse(line));
            }
        }
    }

    [Fact]
    public async Task Objects_are_shown_without_their_own_methods()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, "repr-hostile.py"), TestContext.Current.CancellationToken);

        var run = await fixture.TracePython(text);

        Assert.Equal("[]\n", Encoding.UTF8.GetString(run.Result.Stdout.AsSpan()));
        Assert.Contains(run.Trace!.Events, e => e.Set.Any(v => v is { Name: "loud", Value: { Type: "LoudList", Text: "LoudList([1, 2, Hostile()])" } }));
    }

    private static string Output(Trace trace) =>
        string.Concat(trace.Events.Where(e => e.Chunk?.Descriptor == 1).SelectMany(e => Encoding.Latin1.GetString(e.Chunk!.Bytes.AsSpan()))) is var raw
            ? Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(raw))
            : string.Empty;

    private static string? Note(string text, string name) => text.Split('\n')
        .Where(l => l.StartsWith($"# {name}: ", StringComparison.Ordinal)).Select(l => l[(name.Length + 4)..].Trim()).FirstOrDefault();
}
