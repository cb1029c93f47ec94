namespace CodeAlchemy.Storage.Rows;

/// <summary>A line of <c>rejects/</c>.</summary>
/// <param name="Id">Id.</param>
/// <param name="Input">Path of the input.</param>
/// <param name="Language">Language, or <see langword="null"/>.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Strategy">Strategy, or <see langword="null"/> for filters.</param>
/// <param name="Task">Task, or <see langword="null"/> for filters.</param>
/// <param name="Case">Case, or <see langword="null"/>.</param>
/// <param name="Reason">Reason id.</param>
/// <param name="Detail">One sentence, the same in every run.</param>
/// <param name="Evidence">Stable evidence, or <see langword="null"/>.</param>
public sealed record RejectRecord(
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
