namespace CodeAlchemy.Pipeline.Folder;

/// <summary>How far a run is.</summary>
/// <param name="RunId">Id of the run.</param>
/// <param name="Name">Name from its manifest.</param>
/// <param name="PlannedAt">When it was planned.</param>
/// <param name="Inputs">Inputs in the plan.</param>
/// <param name="Shards">Shards in the plan.</param>
/// <param name="FinishedShards">Shards that are published.</param>
/// <param name="Finished">Whether the dataset is complete.</param>
/// <param name="HeldBy">Who holds the folder now (process, host), or <see langword="null"/>.</param>
public sealed record RunStatus(
    string RunId,
    string Name,
    DateTimeOffset PlannedAt,
    long Inputs,
    int Shards,
    int FinishedShards,
    bool Finished,
    string? HeldBy);
