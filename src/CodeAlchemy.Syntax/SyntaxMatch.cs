using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Syntax;

/// <summary>One match of one pattern of a query.</summary>
/// <param name="Pattern">Index of the pattern in the query.</param>
/// <param name="Captures">Captured nodes with their names, in the order of the text.</param>
/// <param name="Properties">What the pattern sets by <c>#set!</c>.</param>
public sealed record SyntaxMatch(
    int Pattern,
    ImmutableArray<(string Name, ISyntaxNode Node)> Captures,
    ImmutableDictionary<string, string> Properties);
