using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Execution.Programs;
using CodeAlchemy.Execution.Renderings;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.PluginHost;
using CodeAlchemy.Prompts;
using CodeAlchemy.Workspace.Cases;
using CodeAlchemy.Workspace.Chat;

namespace CodeAlchemy.Workspace.Workbench;

/// <summary>The workbench of one strategy for one source: gathers the rooms a plugin may use and nothing else.</summary>
internal sealed class StrategyWorkbench(
    WorkbenchRequest request,
    PluginCatalog plugins,
    IProgramExecutor executor,
    IScriptRunner scripts,
    ExecutionOptions execution,
    LanguageSyntax syntax,
    TemplateStore templates,
    RunModels models) : IWorkbench
{
    private readonly Lazy<JsonElement> _options = new(() => JsonSerializer.SerializeToElement(request.Strategy.Options));

    public JsonElement Options => _options.Value;

    public DateTimeOffset Now => request.Now;

    public ValueTask<ImmutableArray<ExecutionCase>> Cases(SourceFile source, CancellationToken cancellationToken) =>
        OfThisSource(() => ValueTask.FromResult(CaseFinder.Find(source, new KeyedRandom(request.Seed, source.Sha256, "cases"))));

    public ValueTask<RunResult> Run(SourceFile source, ExecutionCase @case, CancellationToken cancellationToken) =>
        OfThisSource(() => executor.Run(Language(source), source, @case, execution, cancellationToken));

    public ValueTask<TraceEvidence> Trace(SourceFile source, ExecutionCase @case, CancellationToken cancellationToken) =>
        OfThisSource(() => executor.Trace(Language(source), source, @case, execution, cancellationToken));

    public ValueTask<ScriptResult> RunScript(ScriptRequest script, CancellationToken cancellationToken) =>
        OfThisSource(() => scripts.Run(Language(script.Language), script, execution, cancellationToken));

    public ImmutableArray<string> ShellCommands(SourceFile source) => ShellLines.Of(Language(source), source.FileName);

    public string Render(Trace trace, SourceFile source, string rendering) =>
        TraceRenderings.Render(trace, source.Text, rendering, Language(source).LineComment ?? "#");

    public ISyntaxTree? Syntax(SourceFile source) => syntax.Parse(source.Language, source.Text);

    public SourceOutline Outline(SourceFile source) => OfThisSource(() => syntax.Outline(source.Language, source.Text));

    public RenderedPrompt Prompt(string template, IReadOnlyDictionary<string, object?> values) => templates.Render(
        template, values, new RenderOptions { Now = request.Now, Random = () => Random($"prompt {template}") });

    public bool HasModel(string role = "default") => models.Has(role);

    public async ValueTask<ChatOutcome> Ask(ChatRequest chat, CancellationToken cancellationToken)
    {
        var outcome = await models.Chat.Complete(chat, cancellationToken);
        return outcome.Failure is { Reason: RejectReasons.BudgetExhausted } spent ? throw RunModels.Exhausted(spent) : outcome;
    }

    public IRandom Random(string purpose) =>
        new KeyedRandom(request.Seed, request.Source.Sha256, request.Strategy.Id, purpose);

    public void Log(LogLevel level, string message) => request.Log(level, message);

    private LanguageDefinition Language(SourceFile source) => Language(source.Language);

    private LanguageDefinition Language(string id) => plugins.Require(PluginKind.Language, id).Language!;

    // What is wrong with one file or with one language's plugin costs that file its rows; what is wrong with the machine ends the run.
    private static async ValueTask<T> OfThisSource<T>(Func<ValueTask<T>> work)
    {
        try
        {
            return await work();
        }
        catch (ProblemException exception) when (IsOfThisSource(exception))
        {
            throw new RejectException(exception.Problem.Code, exception.Problem.Message, exception);
        }
    }

    private static T OfThisSource<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ProblemException exception) when (IsOfThisSource(exception))
        {
            throw new RejectException(exception.Problem.Code, exception.Problem.Message, exception);
        }
    }

    private static bool IsOfThisSource(ProblemException exception) => exception.Problem.Exit is ExitCode.Configuration or ExitCode.Plugin;
}
