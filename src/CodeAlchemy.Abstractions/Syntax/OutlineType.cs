namespace CodeAlchemy.Abstractions.Syntax;

/// <summary>A named type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Span">All of it.</param>
public sealed record OutlineType(string Name, SourceSpan Span);
