using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Tests;
using CodeAlchemy.Prompts;

namespace CodeAlchemy.Tests.Shared;

/// <summary>Hands out evidence, outlines and a model's words made by hand; prompts come from the real templates.</summary>
internal sealed class FakeWorkbench(SourceFile source, Func<ExecutionCase, TraceEvidence> trace) : IWorkbench
{
    private static readonly TemplateStore Templates = new([Path.Combine(AppContext.BaseDirectory, "templates")]);

    public string Seed { get; init; } = "42";

    public string OptionsJson { get; init; } = "{}";

    public ImmutableArray<ExecutionCase> Known { get; init; } = [ExecutionCase.Default];

    public Func<string, string> Rendering { get; init; } = rendering => $"{rendering} of the trace";

    public SourceOutline Functions { get; init; } = SourceOutline.Empty;

    /// <summary>Parses for real; without it every program is a bare tree without errors.</summary>
    public Func<SourceFile, ISyntaxTree?>? Parser { get; init; }

    /// <summary>Makes outlines for real; without it every program has <see cref="Functions"/>.</summary>
    public Func<SourceFile, SourceOutline>? Outliner { get; init; }

    /// <summary>What a changed program does in a case.</summary>
    public Func<SourceFile, ExecutionCase, RunResult>? Runs { get; init; }

    /// <summary>Traces of versions of the file; without it all are traced like the file.</summary>
    public Func<SourceFile, ExecutionCase, TraceEvidence>? Versions { get; init; }


    /// <summary>What a model answers; without it there is no model.</summary>
    public Func<ChatRequest, ChatOutcome>? Replies { get; init; }

    /// <summary>What a script does.</summary>
    public Func<ScriptRequest, ScriptResult>? Scripts { get; init; }

    public List<ExecutionCase> Traced { get; } = [];

    public List<ChatRequest> Asked { get; } = [];

    public JsonElement Options => JsonDocument.Parse(OptionsJson).RootElement;

    public DateTimeOffset Now => DateTimeOffset.UnixEpoch;

    public ValueTask<ImmutableArray<ExecutionCase>> Cases(SourceFile file, CancellationToken cancellationToken) => new(Known);

    public ValueTask<RunResult> Run(SourceFile file, ExecutionCase @case, CancellationToken cancellationToken) =>
        new(Runs?.Invoke(file, @case) ?? throw new InvalidOperationException("The test expects no runs."));

    public ValueTask<TraceEvidence> Trace(SourceFile file, ExecutionCase @case, CancellationToken cancellationToken)
    {
        lock (Traced)
        {
            Traced.Add(@case);
        }

        return new(Versions?.Invoke(file, @case) ?? trace(@case));
    }

    public ValueTask<ScriptResult> RunScript(ScriptRequest request, CancellationToken cancellationToken) =>
        new(Scripts?.Invoke(request) ?? throw new InvalidOperationException("The test expects no scripts."));

    public ImmutableArray<string> ShellCommands(SourceFile file) => [$"run {file.FileName}"];

    public string Render(Trace trace, SourceFile file, string rendering) => Rendering(rendering);

    public ISyntaxTree? Syntax(SourceFile file) => Parser is null ? new BareTree() : Parser(file);

    public SourceOutline Outline(SourceFile file) => Outliner is null ? Functions : Outliner(file);

    public RenderedPrompt Prompt(string template, IReadOnlyDictionary<string, object?> values) => Templates.Render(template, values);

    public bool HasModel(string role = "default") => Replies is not null;

    public ValueTask<ChatOutcome> Ask(ChatRequest request, CancellationToken cancellationToken)
    {
        lock (Asked)
        {
            Asked.Add(request);
        }

        return new(Replies?.Invoke(request) ?? throw new InvalidOperationException("The test expects no questions to a model."));
    }

    public IRandom Random(string purpose) => new SeededRandom($"{Seed}/{source.Sha256}/{purpose}");

    public void Log(LogLevel level, string message)
    {
    }

    /// <summary>A tree of a program without errors and without places for faults.</summary>
    private sealed class BareTree : ISyntaxTree, ISyntaxNode
    {
        public ISyntaxNode Root => this;

        public bool HasErrors => false;

        public string Kind => "program";

        public bool IsNamed => true;

        public bool HasError => false;

        public SourceSpan Span => default;

        public string Text => "";

        public ISyntaxNode? Parent => null;

        public IEnumerable<ISyntaxNode> Children => [];

        public IReadOnlyList<SyntaxCapture> Query(string query) => [];

        public ISyntaxNode? Field(string name) => null;

        public void Dispose()
        {
        }
    }
}
