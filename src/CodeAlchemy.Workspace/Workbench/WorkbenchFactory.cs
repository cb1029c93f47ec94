using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Prompts;
using CodeAlchemy.Workspace.Chat;
using CodeAlchemy.Workspace.Execution;

namespace CodeAlchemy.Workspace.Workbench;

/// <summary>Makes workbenches of one run. Thread-safe.</summary>
internal sealed class WorkbenchFactory(
    Installation installation, TemplateStore templates, ExecutionOptions execution, int programs, Func<string, RunModels> openModels)
    : IWorkbenchFactory, IDisposable
{
    private const string Replies = "models.replies";

    private readonly GatedExecutor _executor = new(installation.Programs.Executor, programs);
    private RunModels _models = RunModels.None;

    /// <summary>What the models used so far; <see langword="null"/> without models.</summary>
    public ModelUsage? Usage => _models.Usage;

    public IDisposable? Open(string journals) => _models = openModels(Path.Combine(journals, Replies));

    public IWorkbench Create(WorkbenchRequest request) => Create(request, _models);

    /// <summary>A workbench that asks certain models.</summary>
    public IWorkbench Create(WorkbenchRequest request, RunModels models) => new StrategyWorkbench(
        request, installation.Plugins, new MemoizedExecutor(_executor, request.Memo), execution, installation.Syntax, templates, models);

    public void Dispose() => _executor.Dispose();
}
