namespace CodeAlchemy.Pipeline.Running.Duplicates;

/// <summary>An input that is left out because the same content came before.</summary>
/// <param name="Ordinal">The input.</param>
/// <param name="KeptPath">Path of the first one.</param>
internal sealed record DuplicateDecision(long Ordinal, string KeptPath);
