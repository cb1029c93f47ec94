namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>The <c>output</c> of a manifest.</summary>
/// <param name="Path">Absolute path of the run folder.</param>
/// <param name="Format"><c>jsonl</c> or <c>jsonl.gz</c>.</param>
public sealed record OutputSection(string Path, string Format);
