namespace CodeAlchemy.Workspace.Conformance;

/// <summary>One program of a conformance test.</summary>
/// <param name="Path">Path below the corpus, or the sample's name and case.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Cause">Why, as a class of causes; empty when it behaved the same.</param>
/// <param name="Detail">What was seen, or <see langword="null"/>.</param>
/// <param name="Tracer">The tracer that served, or <see langword="null"/>.</param>
public sealed record ConformanceProgram(string Path, ConformanceOutcome Outcome, string Cause, string? Detail = null, string? Tracer = null);
