using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Workspace.Execution;

/// <summary>Sends programs and scripts through a gate. Thread-safe.</summary>
internal sealed class GatedExecutor(IProgramExecutor programs, IScriptRunner scripts, ProgramGate gate) : IProgramExecutor, IScriptRunner
{
    public ValueTask<RunResult> Run(
        LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options, CancellationToken cancellationToken) =>
        gate.Pass(() => programs.Run(language, source, @case, options, cancellationToken), cancellationToken);

    public ValueTask<TracedRun> TraceOnce(
        LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options, CancellationToken cancellationToken) =>
        gate.Pass(() => programs.TraceOnce(language, source, @case, options, cancellationToken), cancellationToken);

    public ValueTask<TraceEvidence> Trace(
        LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options, CancellationToken cancellationToken) =>
        gate.Pass(() => programs.Trace(language, source, @case, options, cancellationToken), cancellationToken);

    public ValueTask<ScriptResult> Run(
        LanguageDefinition language, ScriptRequest request, ExecutionOptions options, CancellationToken cancellationToken) =>
        gate.Pass(() => scripts.Run(language, request, options, cancellationToken), cancellationToken);
}
