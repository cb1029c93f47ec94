using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Pipeline.Ports;

/// <summary>What a workbench is bound to.</summary>
/// <param name="Source">The file.</param>
/// <param name="Strategy">The strategy.</param>
/// <param name="Now">The moment the run was planned; the same after every resume.</param>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Memo">
/// Outcomes of processes and models already paid for. A decorator around the executor looks here first and puts what it got,
/// so that a killed run repeats only what was in flight. Shared by all strategies of the shard.
/// </param>
/// <param name="Log">Writes a line to the run's journal, shown by <c>why</c>. Thread-safe.</param>
public sealed record WorkbenchRequest(
    SourceFile Source,
    StrategyInstance Strategy,
    DateTimeOffset Now,
    long Seed,
    IOutcomeMemo Memo,
    Action<LogLevel, string> Log);
