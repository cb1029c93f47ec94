using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>One traced run.</summary>
/// <param name="Result">What the host saw.</param>
/// <param name="Trace">The trace; <see langword="null"/> when the program did not start (compile error, missing tool chain).</param>
/// <param name="Notes">What a person should know: insertions dropped, tracer replaced, output placed at the end.</param>
public sealed record TracedRun(RunResult Result, Trace? Trace, IReadOnlyList<string> Notes);
