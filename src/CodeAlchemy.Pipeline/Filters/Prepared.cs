using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Pipeline.Filters;

/// <summary>An input after reading and filtering: a source, or the reason why there is none.</summary>
internal sealed record Prepared(long Ordinal, string Path, string? Language, SourceFile? Source, Removal? Removal);
