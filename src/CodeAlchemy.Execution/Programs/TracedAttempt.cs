using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Programs;

/// <summary>What came of one traced run.</summary>
/// <param name="Result">What the host saw.</param>
/// <param name="Trace">The trace, or <see langword="null"/>.</param>
/// <param name="Malformed">Why the records were refused, or <see langword="null"/>.</param>
/// <param name="Notes">What a person should know.</param>
internal sealed record TracedAttempt(RunResult Result, Trace? Trace, string? Malformed, IReadOnlyList<string> Notes);
