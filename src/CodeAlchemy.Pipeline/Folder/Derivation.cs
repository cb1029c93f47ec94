using System.Collections.Immutable;

namespace CodeAlchemy.Pipeline.Folder;

/// <summary>What came of deriving rows again.</summary>
/// <param name="Rows">Rows that should come out again.</param>
/// <param name="Findings">Those that came out otherwise or not at all, by file and line.</param>
public sealed record Derivation(int Rows, ImmutableArray<Finding> Findings);
