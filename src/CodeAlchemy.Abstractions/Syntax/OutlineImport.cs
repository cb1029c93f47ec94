namespace CodeAlchemy.Abstractions.Syntax;

/// <summary>Something a file imports.</summary>
/// <param name="Name">The module, package or header as the file names it, without quotes and brackets.</param>
/// <param name="Span">The whole statement or directive.</param>
public sealed record OutlineImport(string Name, SourceSpan Span);
