using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Tests;
using CodeAlchemy.Prompts;

namespace CodeAlchemy.Strategies.CodeTrace.Tests;

/// <summary>Hands out evidence made by hand; prompts come from the real templates.</summary>
internal sealed class FakeWorkbench(SourceFile source, Func<ExecutionCase, TraceEvidence> trace) : IWorkbench
{
    private static readonly TemplateStore Templates = new([Path.Combine(AppContext.BaseDirectory, "templates")]);

    public string Seed { get; init; } = "42";

    public string OptionsJson { get; init; } = "{}";

    public ImmutableArray<ExecutionCase> Known { get; init; } = [ExecutionCase.Default];

    public Func<string, string> Rendering { get; init; } = rendering => $"{rendering} of the trace";

    public List<ExecutionCase> Traced { get; } = [];

    public JsonElement Options => JsonDocument.Parse(OptionsJson).RootElement;

    public DateTimeOffset Now => DateTimeOffset.UnixEpoch;

    public ValueTask<ImmutableArray<ExecutionCase>> Cases(SourceFile file, CancellationToken cancellationToken) => new(Known);

    public ValueTask<RunResult> Run(SourceFile file, ExecutionCase @case, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<TraceEvidence> Trace(SourceFile file, ExecutionCase @case, CancellationToken cancellationToken)
    {
        Traced.Add(@case);
        return new(trace(@case));
    }

    public string Render(Trace trace, SourceFile file, string rendering) => Rendering(rendering);

    public ISyntaxTree? Syntax(SourceFile file) => null;

    public SourceOutline Outline(SourceFile file) => SourceOutline.Empty;

    public RenderedPrompt Prompt(string template, IReadOnlyDictionary<string, object?> values) => Templates.Render(template, values);

    public IRandom Random(string purpose) => new SeededRandom($"{Seed}/{source.Sha256}/{purpose}");

    public void Log(LogLevel level, string message)
    {
    }
}
