using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Prompts;
using CodeAlchemy.Workspace.Chat;
using CodeAlchemy.Workspace.Execution;

namespace CodeAlchemy.Workspace.Workbench;

/// <summary>Makes workbenches of one run. Thread-safe.</summary>
internal sealed class WorkbenchFactory : IWorkbenchFactory, IDisposable
{
    private const string Replies = "models.replies";

    private readonly Installation _installation;
    private readonly TemplateStore _templates;
    private readonly ExecutionOptions _execution;
    private readonly Func<string, RunModels> _openModels;
    private readonly ProgramGate _gate;
    private readonly GatedExecutor _executor;
    private RunModels _models = RunModels.None;

    /// <param name="installation">The rooms.</param>
    /// <param name="templates">Templates.</param>
    /// <param name="execution">How programs are run.</param>
    /// <param name="programs">Programs that run at the same time.</param>
    /// <param name="openModels">Opens the models, given the file for their replies.</param>
    public WorkbenchFactory(
        Installation installation, TemplateStore templates, ExecutionOptions execution, int programs, Func<string, RunModels> openModels)
    {
        (_installation, _templates, _execution, _openModels) = (installation, templates, execution, openModels);
        _gate = new ProgramGate(programs);
        _executor = new GatedExecutor(installation.Programs.Executor, installation.Programs.Executor.Scripts, _gate);
    }

    /// <summary>What the models used so far; <see langword="null"/> without models.</summary>
    public ModelUsage? Usage => _models.Usage;

    public IDisposable? Open(string journals) => _models = _openModels(Path.Combine(journals, Replies));

    public IWorkbench Create(WorkbenchRequest request) => Create(request, _models);

    /// <summary>A workbench that asks certain models.</summary>
    public IWorkbench Create(WorkbenchRequest request, RunModels models) => new DeclaredWorkbench(
        new StrategyWorkbench(
            request,
            _installation.Plugins,
            new MemoizedExecutor(_executor, request.Memo),
            new MemoizedScripts(_executor, request.Memo),
            _execution,
            _installation.Syntax,
            _templates,
            models),
        _installation.Plugins.Require(PluginKind.Strategy, request.Strategy.Id));

    public void Dispose() => _gate.Dispose();
}
