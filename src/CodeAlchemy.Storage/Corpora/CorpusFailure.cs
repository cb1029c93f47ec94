namespace CodeAlchemy.Storage.Corpora;

/// <summary>Why an input could not be read.</summary>
/// <param name="Reason">Reason id.</param>
/// <param name="Detail">One sentence, the same in every run.</param>
/// <param name="Filtered">Whether it was left out on purpose rather than failed.</param>
/// <param name="Evidence">What the system said; may vary.</param>
public sealed record CorpusFailure(string Reason, string Detail, bool Filtered = false, string? Evidence = null);
