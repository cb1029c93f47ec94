using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Pipeline.Ports;

/// <summary>
/// Makes workbenches. Thread-safe. Called once per source and strategy; a workbench that is <see cref="IAsyncDisposable"/> or
/// <see cref="IDisposable"/> is disposed of when the strategy is done with the source.
/// </summary>
public interface IWorkbenchFactory
{
    /// <summary>
    /// Called once when the run folder is held, before the first workbench: opens what belongs to the run as a whole, such as the
    /// models and the journal of their replies.
    /// </summary>
    /// <param name="journals">Existing folder for journals of the run; they outlive a kill and are there again on resume.</param>
    /// <returns>What is closed when the run ends, or <see langword="null"/>.</returns>
    IDisposable? Open(string journals) => null;

    /// <summary>Makes the workbench of one strategy for one source.</summary>
    IWorkbench Create(WorkbenchRequest request);
}
