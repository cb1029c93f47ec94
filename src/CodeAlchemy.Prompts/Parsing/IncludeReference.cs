namespace CodeAlchemy.Prompts.Parsing;

/// <summary>A template that another one includes.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Span">Where it is included.</param>
internal sealed record IncludeReference(string Path, Span Span);
