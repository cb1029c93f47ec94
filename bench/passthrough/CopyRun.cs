using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Pipeline;
using CodeAlchemy.Pipeline.Ports;

namespace CodeAlchemy.Bench.Passthrough;

/// <summary>A run whose only strategy copies the source into a row: what is left is the cost of the pipeline itself.</summary>
internal sealed class CopyRun : ILanguageDetector, ISyntaxCheck, IWorkbenchFactory, IStrategy
{
    public static RunRequest Request(string folder, string corpus, string output, string[] filters)
    {
        var ports = new CopyRun();
        return new RunRequest
        {
            Manifest = new PipelineManifest
            {
                Name = "passthrough",
                File = Path.Combine(folder, "manifest.yaml"),
                Source = new SourceSection { Kind = "files", Root = corpus },
                Filters = [.. filters.Select(f => new FilterSection(f, []))],
                Strategies = [new StrategySection("copy", [])],
                Output = new OutputSection(output, "jsonl"),
            },
            ManifestText = "name: passthrough\n",
            ToolVersion = "bench",
            Strategies = [new StrategyInstance("copy", "1.0.0", new string('0', 64), ports, [])],
            Languages = ports,
            Syntax = ports,
            Workbenches = ports,
        };
    }

    public string? Detect(string path, ReadOnlySpan<byte> start, string? declared) => path.EndsWith(".py", StringComparison.Ordinal) ? "python" : null;

    public SyntaxVerdict? Check(string language, string text) => null;

    public IWorkbench Create(WorkbenchRequest request) => new NoBench(request);

    public async IAsyncEnumerable<Outcome> Transform(
        SourceFile source, IWorkbench workbench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await ValueTask.CompletedTask;
        yield return new Sample { Task = "copy", Messages = [new Message("user", source.Path), new Message("assistant", source.Text)] };
    }

    private sealed class NoBench(WorkbenchRequest request) : IWorkbench
    {
        public JsonElement Options => default;

        public DateTimeOffset Now => request.Now;

        public ValueTask<ImmutableArray<ExecutionCase>> Cases(SourceFile source, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<RunResult> Run(SourceFile source, ExecutionCase @case, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<TraceEvidence> Trace(SourceFile source, ExecutionCase @case, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<ScriptResult> RunScript(ScriptRequest script, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ImmutableArray<string> ShellCommands(SourceFile source) => throw new NotSupportedException();

        public string Render(Trace trace, SourceFile source, string rendering) => throw new NotSupportedException();

        public ISyntaxTree? Syntax(SourceFile source) => null;

        public SourceOutline Outline(SourceFile source) => SourceOutline.Empty;

        public RenderedPrompt Prompt(string template, IReadOnlyDictionary<string, object?> values) => throw new NotSupportedException();

        public bool HasModel(string role = "default") => false;

        public ValueTask<ChatOutcome> Ask(ChatRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IRandom Random(string purpose) => throw new NotSupportedException();

        public void Log(LogLevel level, string message) => request.Log(level, message);
    }
}
