namespace CodeAlchemy.Workspace.Reviews;

/// <summary>A run folder in a list.</summary>
/// <param name="Folder">Absolute path.</param>
/// <param name="Name">Name from its manifest; of a copy without the machinery the name of the folder.</param>
/// <param name="State">How far it is.</param>
/// <param name="RunId">Id of the run, or <see langword="null"/> for a copy without the machinery.</param>
/// <param name="PlannedAt">When it was planned, or <see langword="null"/>.</param>
/// <param name="Rows">Rows of its ledger; 0 before it is finished.</param>
/// <param name="Rejects">Rejects of its ledger.</param>
/// <param name="Reviewed">Whether anybody decided anything.</param>
public sealed record RunListing(
    string Folder, string Name, ReviewedState State, string? RunId, DateTimeOffset? PlannedAt, long Rows, long Rejects, bool Reviewed);
