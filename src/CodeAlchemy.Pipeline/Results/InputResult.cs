namespace CodeAlchemy.Pipeline.Results;

/// <summary>What became of one input.</summary>
/// <param name="Ordinal">Position in the corpus, from 0.</param>
/// <param name="Path">Path inside the corpus.</param>
/// <param name="Language">Language, or <see langword="null"/> when it never got that far.</param>
/// <param name="Fate">How it ended.</param>
/// <param name="Stage">Stage where it ended; the last strategy for kept inputs.</param>
/// <param name="Reason">Reason id, or <see langword="null"/> for kept inputs.</param>
/// <param name="Rows">Rows written.</param>
/// <param name="Rejects">Rejects written.</param>
public readonly record struct InputResult(
    long Ordinal,
    string Path,
    string? Language,
    InputFate Fate,
    string Stage,
    string? Reason,
    int Rows,
    int Rejects);
