namespace CodeAlchemy.Abstractions.Syntax;

/// <summary>A node captured by a query.</summary>
/// <param name="Name">Name of the capture without '@'.</param>
/// <param name="Match">Number of the match it belongs to, from 0; captures of one pattern match share it.</param>
/// <param name="Pattern">Index of the pattern in the query.</param>
/// <param name="Node">The node.</param>
public readonly record struct SyntaxCapture(string Name, int Match, int Pattern, ISyntaxNode Node);
