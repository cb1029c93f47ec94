using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Testing;
using CodeAlchemy.Tests.Shared;

namespace CodeAlchemy.Strategies.CodeTrace.Tests.Published;

/// <summary>A workbench with a model of few words, and a sandbox that leaves the files it is told to.</summary>
internal sealed class PublishedFixture
{
    public const string Script = "for n in 1 2 3; do python3 sum.py $n 2> trace$n.txt; done\nexit 0\n";

    /// <summary>Trace files of the program with trace points.</summary>
    public Func<int, string[]> Traces { get; init; } = _ => ["TRACE:IN:a:n=1\n", "TRACE:IN:a:n=2\n", "TRACE:IN:a:n=3\n"];

    /// <summary>What the original leaves in their place.</summary>
    public string[] Plain { get; init; } = ["", "", ""];

    /// <summary>Changes what came of a script.</summary>
    public Func<ScriptRequest, ScriptResult, ScriptResult> Twist { get; init; } = (_, result) => result;

    /// <summary>What the program with trace points writes in the cases of the file.</summary>
    public string Output { get; init; } = "sum is 17\n";

    public ImmutableArray<string> Answers { get; init; } = [Reply(Instrumented(20))];

    /// <summary>What the endpoint does instead of answering.</summary>
    public ChatOutcome? Instead { get; init; }

    public Func<ExecutionCase, Abstractions.Tracing.TraceEvidence> Evidence { get; init; } = Programs.Sum;

    public SourceFile Source { get; init; } = Programs.Source();

    public List<ScriptRequest> Started { get; } = [];

    public TestWorkbench Bench { get; private set; } = null!;

    /// <summary>A program with as many trace points.</summary>
    public static string Instrumented(int points) =>
        Programs.SumText + "\n" + string.Concat(Enumerable.Range(0, points).Select(i => $"print('TRACE:VAR:place.{i}:x=1', file=sys.stderr)\n"));

    public static string Reply(string program, string script = Script) => $"Here:\n\n```python\n{program}```\n\n```bash\n{script}```\n";

    public async Task<Outcome> Make(string options = "{}")
    {
        var turn = 0;
        Bench = Benches.Of(Source, Evidence)
            .WithOptions(options)
            .WithCases([new ExecutionCase { Name = "small", Arguments = ["3", "4", "10"], Origin = "sidecar" }])
            .WithRuns((_, _) => new RunResult { Status = ExecutionStatus.Ok, ExitCode = 0, Stdout = [.. Encoding.UTF8.GetBytes(Output)] })
            .WithScripts(Run)
            .WithModel("writer")
            .WithReplies(_ => Instead ?? ChatOutcome.Of(new ChatReply
            {
                Content = Answers[Math.Min(turn++, Answers.Length - 1)], FinishReason = "stop", Model = "dummy-7b", Endpoint = "http://127.0.0.1",
            }));
        var outcomes = new List<Outcome>();
        await foreach (var outcome in new CodeTraceStrategy().Transform(Source, Bench, CancellationToken.None))
        {
            outcomes.Add(outcome);
        }

        return Xunit.Assert.Single(outcomes);
    }

    private ScriptResult Run(ScriptRequest request)
    {
        Started.Add(request);
        var ok = new RunResult { Status = ExecutionStatus.Ok, ExitCode = 0, Stdout = [.. "done\n"u8] };
        var isOriginal = request.Files.Values.Any(content => Encoding.UTF8.GetString(content.AsSpan()) == Source.Text);
        var contents = isOriginal ? Plain : Traces(request.Repetition);
        var result = new ScriptResult
        {
            Run = ok,
            Files = (request.CheckOnly ? [] : contents).Select((text, i) => ($"trace{i + 1}.txt", text)).ToImmutableSortedDictionary(
                file => file.Item1, file => Encoding.UTF8.GetBytes(file.text).ToImmutableArray(), StringComparer.Ordinal),
        };
        return Twist(request, result);
    }
}
