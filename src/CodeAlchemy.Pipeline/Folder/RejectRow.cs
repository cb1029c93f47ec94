namespace CodeAlchemy.Pipeline.Folder;

/// <summary>One line of <c>rejects/</c>.</summary>
/// <param name="Id">Id of the reject.</param>
/// <param name="Input">Path of the input inside the corpus.</param>
/// <param name="Language">Language, or <see langword="null"/> when it was not recognised yet.</param>
/// <param name="Stage">Stage that gave it.</param>
/// <param name="Strategy">Strategy, or <see langword="null"/> for filters.</param>
/// <param name="Task">Task, or <see langword="null"/> for filters.</param>
/// <param name="Case">Case, or <see langword="null"/>.</param>
/// <param name="Reason">Reason id.</param>
/// <param name="Detail">One sentence for a person.</param>
/// <param name="Evidence">Stable evidence, or <see langword="null"/>; the volatile kind is in <see cref="InputStory"/>.</param>
public sealed record RejectRow(
    string Id,
    string Input,
    string? Language,
    string Stage,
    string? Strategy,
    string? Task,
    string? Case,
    string Reason,
    string Detail,
    string? Evidence);
