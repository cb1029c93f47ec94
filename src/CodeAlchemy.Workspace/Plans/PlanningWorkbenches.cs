using System.Collections.Concurrent;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Workspace.Chat;

namespace CodeAlchemy.Workspace.Plans;

/// <summary>Workbenches of a plan: as those of a run, with a count of what each file asks of models. Thread-safe.</summary>
/// <param name="make">Makes a workbench that asks certain models.</param>
/// <param name="roles">Roles of the manifest.</param>
/// <param name="inner">Answers; <see langword="null"/> when the plan does not ask.</param>
/// <param name="tokens">Counts tokens.</param>
internal sealed class PlanningWorkbenches(
    Func<WorkbenchRequest, RunModels, IWorkbench> make, IReadOnlyCollection<string> roles, IChatModel? inner, ITokenCounter tokens) : IWorkbenchFactory
{
    private readonly ConcurrentDictionary<string, CountingModel> _files = new(StringComparer.Ordinal);

    public IWorkbench Create(WorkbenchRequest request) =>
        make(request, new RunModels(_files.GetOrAdd(request.Source.Path, _ => new CountingModel(inner, tokens)), roles));

    /// <summary>What a file asked.</summary>
    public IReadOnlyList<AskedRequest> AskedBy(string path) => _files.TryGetValue(path, out var model) ? model.Asked : [];
}
