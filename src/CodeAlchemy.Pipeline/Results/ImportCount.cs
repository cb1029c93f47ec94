using System.Collections.Immutable;

namespace CodeAlchemy.Pipeline.Results;

/// <summary>What the inputs of one language import, as far as the syntax filter read it.</summary>
/// <param name="Language">Language of the inputs.</param>
/// <param name="Inputs">Inputs that reached the strategies and import anything.</param>
/// <param name="Libraries">Library → inputs that import it.</param>
public sealed record ImportCount(string Language, long Inputs, ImmutableSortedDictionary<string, long> Libraries);
