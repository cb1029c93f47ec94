using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Testing;

/// <summary>
/// A workbench in memory, for one file: it answers with what a test gives and refuses everything else with a message that says what to
/// give. Each <c>With…</c> returns another workbench and leaves this one as it is; what a strategy does is in <see cref="Seen"/>.
/// Thread-safe, like the host's.
/// </summary>
public sealed partial class TestWorkbench : IWorkbench
{
    private readonly Given _given;
    private readonly ReplyQueue _replies;

    private TestWorkbench(Given given) => (_given, _replies) = (given, new ReplyQueue(given, Seen));

    /// <summary>The file.</summary>
    public SourceFile Source => _given.Source;

    /// <summary>What was asked of this workbench.</summary>
    public WorkbenchRecord Seen { get; } = new();

    /// <inheritdoc/>
    public JsonElement Options => _given.Options;

    /// <inheritdoc/>
    public DateTimeOffset Now => _given.Now;

    /// <summary>The same given things, with every reply to be had again and nothing seen.</summary>
    public TestWorkbench Fresh() => new(_given);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ExecutionCase>> Cases(SourceFile source, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(_given.Cases.IsEmpty ? [ExecutionCase.Default] : _given.Cases);
    }

    /// <inheritdoc/>
    /// <exception cref="NotGivenException">No run was given.</exception>
    public ValueTask<RunResult> Run(SourceFile source, ExecutionCase @case, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Seen.AddRun(@case);
        return new((_given.IsOwn(source) ? _given.Runs.GetValueOrDefault(@case.Name) : null)
            ?? _given.RunOf(source, @case)
            ?? throw new NotGivenException($"a run of {Program(source)} in the case '{@case.Name}'", Remedy(source, $".WithRun(\"{@case.Name}\", stdout: …)", ".WithRuns((file, case) => …)")));
    }

    /// <inheritdoc/>
    /// <exception cref="NotGivenException">No trace was given.</exception>
    public ValueTask<TraceEvidence> Trace(SourceFile source, ExecutionCase @case, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Seen.AddTrace(@case);
        return new((_given.IsOwn(source) ? _given.Traces.GetValueOrDefault(@case.Name) : null)
            ?? _given.TraceOf(source, @case)
            ?? throw new NotGivenException($"a trace of {Program(source)} in the case '{@case.Name}'", Remedy(source, $".WithTrace(\"{@case.Name}\", TestTraces.Load(\"trace.jsonl\"))", ".WithTraces((file, case) => …)")));
    }

    /// <inheritdoc/>
    /// <exception cref="NotGivenException">No result was given.</exception>
    public ValueTask<ScriptResult> RunScript(ScriptRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        Seen.Add(request);
        return new(_given.ScriptOf(request) ?? throw new NotGivenException($"a run of the script '{request.Name}'", "Give its result: .WithScripts(request => …)."));
    }

    /// <inheritdoc/>
    /// <exception cref="NotGivenException">No lines were given.</exception>
    public ImmutableArray<string> ShellCommands(SourceFile source) =>
        _given.ShellOf?.Invoke(source) ?? throw new NotGivenException($"the shell lines that run {Program(source)}", "Give them: .WithShellCommands(\"python3 main.py\").");

    /// <inheritdoc/>
    /// <exception cref="NotGivenException">No text was given.</exception>
    public string Render(Trace trace, SourceFile source, string rendering) =>
        _given.RenderingOf(trace, source, rendering) ?? throw new NotGivenException($"the rendering '{rendering}' of a trace", $"Give its text: .WithRendering(\"{rendering}\", …).");

    /// <inheritdoc/>
    /// <exception cref="NotGivenException">Nothing was said about syntax.</exception>
    public ISyntaxTree? Syntax(SourceFile source) => _given.SyntaxOf is { } parse
        ? parse(source)
        : throw new NotGivenException($"the syntax tree of {Program(source)}", "Give one: .WithSyntax(file => …), .WithBareSyntax() where only its soundness counts, or .WithoutSyntax() for a language without a grammar.");

    /// <inheritdoc/>
    /// <exception cref="NotGivenException">No outline was given.</exception>
    public SourceOutline Outline(SourceFile source) =>
        _given.OutlineOf?.Invoke(source) ?? throw new NotGivenException($"the outline of {Program(source)}", "Give one: .WithOutline(new SourceOutline { … }), or SourceOutline.Empty.");

    /// <inheritdoc/>
    /// <exception cref="NotGivenException">Nothing renders templates.</exception>
    public RenderedPrompt Prompt(string template, IReadOnlyDictionary<string, object?> values)
    {
        var prompt = _given.PromptOf?.Invoke(template, values)
            ?? throw new NotGivenException($"the template '{template}'", "Say how templates are rendered: .WithPrompts((template, values) => …), or .WithPlainPrompts(), which lists the values.");
        Seen.Add(new RenderedText(template, prompt.Text));
        return prompt;
    }

    /// <inheritdoc/>
    public bool HasModel(string role = "default") => _given.Models.Contains(role);

    /// <inheritdoc/>
    /// <exception cref="NotGivenException">No reply is left.</exception>
    public ValueTask<ChatOutcome> Ask(ChatRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        Seen.Add(request);
        return new(_replies.Take(request) ?? throw new NotGivenException(
            $"a reply of the model '{request.Model}' (its question {Seen.Asked.Count})", "Give one more: .WithReply(\"…\") in order, .WithReplyTo(\"my/template.scriban\", \"…\"), or .WithReplies(request => …)."));
    }

    /// <inheritdoc/>
    public IRandom Random(string purpose) => _given.Random(purpose);

    /// <inheritdoc/>
    public void Log(LogLevel level, string message) => Seen.Add(new LogLine(level, message));

    private string Program(SourceFile source) => _given.IsOwn(source) ? $"'{source.Path}'" : $"another version of '{source.Path}' ({source.Language})";

    private string Remedy(SourceFile source, string own, string any) => _given.IsOwn(source) ? $"Give one: {own} or {any}." : $"Give one: {any}.";
}
