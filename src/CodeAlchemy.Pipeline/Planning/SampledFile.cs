using System.Collections.Immutable;

namespace CodeAlchemy.Pipeline.Planning;

/// <summary>A file that a plan tried.</summary>
/// <param name="Path">Path inside the corpus.</param>
/// <param name="Language">Language.</param>
/// <param name="Strategies">What the strategies made of it, in the order of the manifest.</param>
public sealed record SampledFile(string Path, string Language, ImmutableArray<SampledYield> Strategies);
