namespace CodeAlchemy.Workspace.Reviews;

/// <summary>A row in a list.</summary>
/// <param name="Id">Id of the row.</param>
/// <param name="Strategy">Strategy.</param>
/// <param name="Task">Task.</param>
/// <param name="Language">Language of the source.</param>
/// <param name="Case">Case, or <see langword="null"/>.</param>
/// <param name="Source">Path of the source inside the corpus.</param>
/// <param name="Digest">Digest of what the row says; a decision that names it is refused when the row became another.</param>
/// <param name="Question">Beginning of the first message of the user, on one line, at most 200 characters.</param>
/// <param name="Review">How it stands.</param>
public sealed record RowSummary(
    string Id, string Strategy, string Task, string Language, string? Case, string Source, string Digest, string Question, ReviewView Review);
