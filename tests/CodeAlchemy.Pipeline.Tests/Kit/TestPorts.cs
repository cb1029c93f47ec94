using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Pipeline.Results;

namespace CodeAlchemy.Pipeline.Tests.Kit;

/// <summary>The surroundings of a run under test. Every call passes a hook that may throw: the place for faults.</summary>
internal sealed class TestPorts(Action? hook = null) : ILanguageDetector, ISyntaxCheck, IWorkbenchFactory, IRunObserver
{
    private int _runs;

    public List<InputResult> Seen { get; } = [];

    public List<string> Phases { get; } = [];

    /// <summary>Whether the model gives no answers.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Programs really run; outcomes out of the memo are not counted.</summary>
    public int Runs => _runs;

    public string? Detect(string path, ReadOnlySpan<byte> start, string? declared)
    {
        hook?.Invoke();
        return declared ?? (path.EndsWith(".txt", StringComparison.Ordinal) ? "text"
            : path.EndsWith(".md", StringComparison.Ordinal) ? "markdown" : null);
    }

    public SyntaxVerdict? Check(string language, string text)
    {
        hook?.Invoke();
        var line = Array.IndexOf(text.Split('\n'), "((") + 1;
        return language == "text" ? new SyntaxVerdict(
            line > 0, line, [.. text.Split('\n').Where(l => l.StartsWith("use ", StringComparison.Ordinal)).Select(l => l[4..]).Distinct().Order(StringComparer.Ordinal)]) : null;
    }

    public IWorkbench Create(WorkbenchRequest request)
    {
        hook?.Invoke();
        return new Bench(this, request);
    }

    public void Planned(string runId, long inputs, int shards, int finishedShards, long finishedInputs) => hook?.Invoke();

    public void PhaseStarted(string phase)
    {
        Phases.Add(phase);
        hook?.Invoke();
    }

    public void InputDone(InputResult result)
    {
        Seen.Add(result);
        hook?.Invoke();
    }

    public void ShardDone(string shard) => hook?.Invoke();

    /// <summary>A workbench that counts the programs it runs and looks into the memo first, as a real one does.</summary>
    private sealed class Bench(TestPorts owner, WorkbenchRequest request) : IWorkbench
    {
        public JsonElement Options => JsonSerializer.SerializeToElement(request.Strategy.Options);

        public DateTimeOffset Now => request.Now;

        public ValueTask<RunResult> Run(SourceFile source, ExecutionCase @case, CancellationToken cancellationToken)
        {
            var key = $"run {source.Sha256} {@case.Name}";
            if (!request.Memo.TryGet(key, out var stdout))
            {
                Interlocked.Increment(ref owner._runs);
                stdout = Encoding.UTF8.GetBytes("ran " + source.Sha256[..8]);
                request.Memo.Put(key, stdout);
            }

            return ValueTask.FromResult(new RunResult { Status = ExecutionStatus.Ok, ExitCode = 0, Stdout = [.. stdout] });
        }

        public void Log(LogLevel level, string message) => request.Log(level, message);

        public ValueTask<ImmutableArray<ExecutionCase>> Cases(SourceFile source, CancellationToken cancellationToken) =>
            ValueTask.FromResult(ImmutableArray.Create(ExecutionCase.Default));

        public ValueTask<TraceEvidence> Trace(SourceFile source, ExecutionCase @case, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<ScriptResult> RunScript(ScriptRequest script, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ImmutableArray<string> ShellCommands(SourceFile source) => throw new NotSupportedException();

        public string Render(Trace trace, SourceFile source, string rendering) => throw new NotSupportedException();

        public ISyntaxTree? Syntax(SourceFile source) => null;

        public SourceOutline Outline(SourceFile source) => SourceOutline.Empty;

        public RenderedPrompt Prompt(string template, IReadOnlyDictionary<string, object?> values) => throw new NotSupportedException();

        public bool HasModel(string role = "default") => false;

        public ValueTask<ChatOutcome> Ask(ChatRequest chat, CancellationToken cancellationToken) => ValueTask.FromResult(owner.IsSilent
            ? ChatOutcome.Failed(RejectReasons.ModelUnavailable, $"refused at {Guid.NewGuid()}")
            : ChatOutcome.Of(new ChatReply { Content = "answer", FinishReason = "stop", Model = "tiny", Endpoint = "http://x" }));

        public IRandom Random(string purpose) => throw new NotSupportedException();
    }
}
