using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>What came of tracing: a trace, or the result of the run that was none.</summary>
/// <param name="Trace">The trace; <see langword="null"/> when the program did not start.</param>
/// <param name="Result">What the host saw.</param>
/// <param name="Failure">What happened and what to do; <see langword="null"/> when there is a trace.</param>
public sealed record TraceAttempt(LiveTrace? Trace, RunResult Result, string? Failure);
