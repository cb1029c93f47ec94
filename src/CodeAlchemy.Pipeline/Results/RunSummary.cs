using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Hosting.Models;

namespace CodeAlchemy.Pipeline.Results;

/// <summary>What came of a run.</summary>
/// <param name="RunId">Id of the run.</param>
/// <param name="Folder">Absolute path of the run folder.</param>
/// <param name="State">What this start did.</param>
/// <param name="Resumed">Whether work of an earlier start was taken over.</param>
/// <param name="Ledger">The ledger.</param>
/// <param name="Problem">
/// Set when more inputs failed than the manifest allows (exit 3); the data are complete all the same. Else <see langword="null"/>.
/// </param>
public sealed record RunSummary(string RunId, string Folder, RunState State, bool Resumed, Ledger Ledger, Problem? Problem)
{
    /// <summary>What the models used in this start; <see langword="null"/> without models.</summary>
    public ModelUsage? Models { get; init; }

    /// <summary>Exit code the run leads to.</summary>
    public ExitCode Exit => Problem?.Exit ?? ExitCode.Ok;
}
