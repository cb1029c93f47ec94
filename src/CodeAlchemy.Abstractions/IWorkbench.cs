using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Abstractions;

/// <summary>All that a plugin may use. Bound to one source file and one strategy; safe to call from several threads.</summary>
public interface IWorkbench
{
    /// <summary>Options of the strategy from the manifest, checked against the schema in its <c>plugin.yaml</c>, defaults filled in.</summary>
    JsonElement Options { get; }

    /// <summary>The moment the run was planned; the only clock a plugin has.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Ways to execute the source, at least one.</summary>
    ValueTask<ImmutableArray<ExecutionCase>> Cases(SourceFile source, CancellationToken cancellationToken);

    /// <summary>Runs a program in the sandbox, untraced. Its language is the one it names, so a translation runs too. Memoised.</summary>
    ValueTask<RunResult> Run(SourceFile source, ExecutionCase @case, CancellationToken cancellationToken);

    /// <summary>Traces a program: one untraced and three traced runs. Memoised by source, case, tracer and limits.</summary>
    ValueTask<TraceEvidence> Trace(SourceFile source, ExecutionCase @case, CancellationToken cancellationToken);

    /// <summary>
    /// Runs a bash script over files in the sandbox, with the tool chain of the language it names and the limits of the run. Memoised by
    /// the whole request: ask with another <see cref="ScriptRequest.Repetition"/> to run it again.
    /// </summary>
    /// <exception cref="ArgumentException">A name or a number of the request is not allowed.</exception>
    ValueTask<ScriptResult> RunScript(ScriptRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Shell lines that compile and run a file from its own folder, as the language's plugin does; they work in
    /// <see cref="RunScript"/>. The last one runs the program.
    /// </summary>
    ImmutableArray<string> ShellCommands(SourceFile source);

    /// <summary>Turns a trace into text.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="source">The source it was made from.</param>
    /// <param name="rendering"><c>compact</c>, <c>cwm</c>, <c>scratchpad</c>, <c>narrative</c>, <c>table</c>, <c>tutor</c> or <c>published</c>.</param>
    /// <exception cref="ArgumentException">The rendering is not known.</exception>
    string Render(Trace trace, SourceFile source, string rendering);

    /// <summary>Parses a source file; <see langword="null"/> when its language has no grammar. The caller disposes of the tree.</summary>
    ISyntaxTree? Syntax(SourceFile source);

    /// <summary>What stands where in a source file; empty when its language has no grammar or no outline.</summary>
    SourceOutline Outline(SourceFile source);

    /// <summary>Renders a template.</summary>
    /// <param name="template">Path below <c>templates/</c>, or below the plugin's own folder.</param>
    /// <param name="values">Variables: strings, numbers, booleans, lists and dictionaries of them.</param>
    RenderedPrompt Prompt(string template, IReadOnlyDictionary<string, object?> values);

    /// <summary>Whether the manifest gives a model for a role. Without one a strategy makes its grounded rows.</summary>
    bool HasModel(string role = "default");

    /// <summary>
    /// Asks a model. Replies are journalled, so a resumed run asks only what was in flight; a budget that is used up ends the run and
    /// is no outcome. What the endpoint does wrong is a failure in the outcome: a strategy makes a <see cref="Reject"/> of it with
    /// <see cref="ChatOutcomes.ToReject"/> and never content.
    /// </summary>
    /// <exception cref="ArgumentException">There is no model for the role, or the schema is broken.</exception>
    ValueTask<ChatOutcome> Ask(ChatRequest request, CancellationToken cancellationToken);

    /// <summary>A random sequence keyed by the run's seed, the source, the strategy and <paramref name="purpose"/>; never by call order.</summary>
    IRandom Random(string purpose);

    /// <summary>Writes a line to the run's log.</summary>
    void Log(LogLevel level, string message);
}
