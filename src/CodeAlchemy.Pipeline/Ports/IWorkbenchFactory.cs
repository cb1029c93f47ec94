using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Pipeline.Ports;

/// <summary>
/// Makes workbenches. Thread-safe. Called once per source and strategy; a workbench that is <see cref="IAsyncDisposable"/> or
/// <see cref="IDisposable"/> is disposed of when the strategy is done with the source.
/// </summary>
public interface IWorkbenchFactory
{
    /// <summary>Makes the workbench of one strategy for one source.</summary>
    IWorkbench Create(WorkbenchRequest request);
}
