using System.Collections.Immutable;

namespace CodeAlchemy.Manifests.Editing;

/// <summary>A key for an outline.</summary>
/// <param name="Name">The key, or the first words of an entry of a list.</param>
/// <param name="Detail">The value in short; empty for mappings and lists.</param>
/// <param name="Start">Offset of the key.</param>
/// <param name="NameLength">Code units of the key.</param>
/// <param name="End">Offset behind the value.</param>
/// <param name="Children">What stands below it.</param>
public sealed record DocumentKey(string Name, string Detail, int Start, int NameLength, int End, ImmutableArray<DocumentKey> Children);
