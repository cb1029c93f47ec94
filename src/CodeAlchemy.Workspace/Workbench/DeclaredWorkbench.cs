using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.PluginHost;

namespace CodeAlchemy.Workspace.Workbench;

/// <summary>Gives a plugin what its manifest declares under <c>needs</c>, and nothing else. What is only looked at needs no word.</summary>
internal sealed class DeclaredWorkbench(IWorkbench inner, PluginDefinition plugin) : IWorkbench
{
    private readonly ImmutableArray<string> _needs = (plugin.Strategy ?? plugin.Evaluator)?.Needs ?? [];

    public JsonElement Options => inner.Options;

    public DateTimeOffset Now => inner.Now;

    public ValueTask<ImmutableArray<ExecutionCase>> Cases(SourceFile source, CancellationToken cancellationToken) => inner.Cases(source, cancellationToken);

    public ValueTask<RunResult> Run(SourceFile source, ExecutionCase @case, CancellationToken cancellationToken) => With("run").Run(source, @case, cancellationToken);

    public ValueTask<TraceEvidence> Trace(SourceFile source, ExecutionCase @case, CancellationToken cancellationToken) => With("trace").Trace(source, @case, cancellationToken);

    public ValueTask<ScriptResult> RunScript(ScriptRequest request, CancellationToken cancellationToken) => With("run").RunScript(request, cancellationToken);

    public ImmutableArray<string> ShellCommands(SourceFile source) => inner.ShellCommands(source);

    public string Render(Trace trace, SourceFile source, string rendering) => inner.Render(trace, source, rendering);

    public ISyntaxTree? Syntax(SourceFile source) => inner.Syntax(source);

    public SourceOutline Outline(SourceFile source) => inner.Outline(source);

    public RenderedPrompt Prompt(string template, IReadOnlyDictionary<string, object?> values) => inner.Prompt(template, values);

    // A strategy asks this to choose between a model and none: for one that never declared a model there is none.
    public bool HasModel(string role = "default") => _needs.Contains("model") && inner.HasModel(role);

    public ValueTask<ChatOutcome> Ask(ChatRequest request, CancellationToken cancellationToken) => With("model").Ask(request, cancellationToken);

    public IRandom Random(string purpose) => inner.Random(purpose);

    public void Log(LogLevel level, string message) => inner.Log(level, message);

    private IWorkbench With(string need) => _needs.Contains(need) ? inner : throw new ProblemException(new Problem(
        PluginCodes.Undeclared,
        $"The plugin '{plugin.Id}' uses '{need}', which its manifest does not declare.",
        $"Add '{need}' to 'needs' in its plugin.yaml.",
        ExitCode.Plugin,
        new TextLocation(Path.Combine(plugin.Directory, PluginFolders.Manifest))));
}
