using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Workspace.Workbench;

namespace CodeAlchemy.Testing;

/// <summary>All that a test gives to a workbench. Immutable.</summary>
internal sealed record Given
{
    public required SourceFile Source { get; init; }

    public JsonElement Options { get; init; } = JsonDocument.Parse("{}").RootElement;

    public DateTimeOffset Now { get; init; } = DateTimeOffset.UnixEpoch;

    public Func<string, IRandom> Random { get; init; } = _ => throw new InvalidOperationException();

    public ImmutableArray<ExecutionCase> Cases { get; init; } = [];

    public ImmutableDictionary<string, RunResult> Runs { get; init; } = ImmutableDictionary<string, RunResult>.Empty;

    public Func<SourceFile, ExecutionCase, RunResult?> RunOf { get; init; } = (_, _) => null;

    public ImmutableDictionary<string, TraceEvidence> Traces { get; init; } = ImmutableDictionary<string, TraceEvidence>.Empty;

    public Func<SourceFile, ExecutionCase, TraceEvidence?> TraceOf { get; init; } = (_, _) => null;

    public Func<ScriptRequest, ScriptResult?> ScriptOf { get; init; } = _ => null;

    public Func<SourceFile, ImmutableArray<string>>? ShellOf { get; init; }

    public Func<Trace, SourceFile, string, string?> RenderingOf { get; init; } = (_, _, _) => null;

    public Func<SourceFile, ISyntaxTree?>? SyntaxOf { get; init; }

    public Func<SourceFile, SourceOutline>? OutlineOf { get; init; }

    public Func<string, IReadOnlyDictionary<string, object?>, RenderedPrompt>? PromptOf { get; init; }

    public ImmutableHashSet<string> Models { get; init; } = [];

    public ImmutableArray<GivenReply> Replies { get; init; } = [];

    public Func<ChatRequest, ChatOutcome?> ReplyOf { get; init; } = _ => null;

    /// <summary>The run's own numbers for a file and a strategy.</summary>
    public static Func<string, IRandom> Keyed(SourceFile source, long seed, string strategy) =>
        purpose => new KeyedRandom(seed, source.Sha256, strategy, purpose);

    /// <summary>Whether a file is the one that the workbench is bound to, and not a version of it.</summary>
    public bool IsOwn(SourceFile file) => file.Sha256 == Source.Sha256 && file.Language == Source.Language;
}
