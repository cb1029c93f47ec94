using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Prompts;
using CodeAlchemy.Workspace.Execution;
using CodeAlchemy.Workspace.Chat;

namespace CodeAlchemy.Workspace.Workbench;

/// <summary>Makes workbenches of one run. Thread-safe.</summary>
internal sealed class WorkbenchFactory(Installation installation, TemplateStore templates, ExecutionOptions execution, RunModels models) : IWorkbenchFactory
{
    public IWorkbench Create(WorkbenchRequest request) => new StrategyWorkbench(
        request,
        installation.Plugins,
        new MemoizedExecutor(installation.Programs.Executor, request.Memo),
        new MemoizedScripts(installation.Programs.Executor.Scripts, request.Memo),
        execution,
        installation.Syntax,
        templates,
        models);
}
