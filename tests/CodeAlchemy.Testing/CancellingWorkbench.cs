using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Testing;

/// <summary>Counts the calls that take a token, and cancels during one of them. Thread-safe.</summary>
internal sealed class CancellingWorkbench(TestWorkbench inner, int at, Action cancel) : IWorkbench
{
    private int _calls;

    /// <summary>Calls so far.</summary>
    public int Calls => _calls;

    /// <summary>Name of the call during which it was cancelled; <see langword="null"/> before.</summary>
    public string? CancelledAt { get; private set; }

    public JsonElement Options => inner.Options;

    public DateTimeOffset Now => inner.Now;

    public ValueTask<ImmutableArray<ExecutionCase>> Cases(SourceFile source, CancellationToken cancellationToken) => Count(nameof(Cases)).Cases(source, cancellationToken);

    public ValueTask<RunResult> Run(SourceFile source, ExecutionCase @case, CancellationToken cancellationToken) => Count(nameof(Run)).Run(source, @case, cancellationToken);

    public ValueTask<TraceEvidence> Trace(SourceFile source, ExecutionCase @case, CancellationToken cancellationToken) => Count(nameof(Trace)).Trace(source, @case, cancellationToken);

    public ValueTask<ScriptResult> RunScript(ScriptRequest request, CancellationToken cancellationToken) => Count(nameof(RunScript)).RunScript(request, cancellationToken);

    public ValueTask<ChatOutcome> Ask(ChatRequest request, CancellationToken cancellationToken) => Count(nameof(Ask)).Ask(request, cancellationToken);

    public ImmutableArray<string> ShellCommands(SourceFile source) => inner.ShellCommands(source);

    public string Render(Trace trace, SourceFile source, string rendering) => inner.Render(trace, source, rendering);

    public ISyntaxTree? Syntax(SourceFile source) => inner.Syntax(source);

    public SourceOutline Outline(SourceFile source) => inner.Outline(source);

    public RenderedPrompt Prompt(string template, IReadOnlyDictionary<string, object?> values) => inner.Prompt(template, values);

    public bool HasModel(string role = "default") => inner.HasModel(role);

    public IRandom Random(string purpose) => inner.Random(purpose);

    public void Log(LogLevel level, string message) => inner.Log(level, message);

    private TestWorkbench Count(string call)
    {
        if (Interlocked.Increment(ref _calls) == at)
        {
            CancelledAt = call;
            cancel();
        }

        return inner;
    }
}
