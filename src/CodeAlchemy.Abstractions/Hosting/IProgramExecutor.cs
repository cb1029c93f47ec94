using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>Compiles, runs and traces source files of any language. Thread-safe.</summary>
public interface IProgramExecutor
{
    /// <summary>Runs a program untraced. A compile failure, a missing tool chain or library is a status, not an exception.</summary>
    ValueTask<RunResult> Run(
        LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options, CancellationToken cancellationToken);

    /// <summary>Traces a program once.</summary>
    ValueTask<TracedRun> TraceOnce(
        LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options, CancellationToken cancellationToken);

    /// <summary>One untraced and three traced runs in varied surroundings, compared.</summary>
    ValueTask<TraceEvidence> Trace(
        LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options, CancellationToken cancellationToken);
}
