using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Workspace.Execution;

/// <summary>
/// Lets so many programs run at the same time, however many files wait for a model. Thread-safe.
/// </summary>
internal sealed class GatedExecutor(IProgramExecutor inner, int most) : IProgramExecutor, IDisposable
{
    private readonly SemaphoreSlim _gate = new(most);

    public ValueTask<RunResult> Run(
        LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options, CancellationToken cancellationToken) =>
        Gated(() => inner.Run(language, source, @case, options, cancellationToken), cancellationToken);

    public ValueTask<TracedRun> TraceOnce(
        LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options, CancellationToken cancellationToken) =>
        Gated(() => inner.TraceOnce(language, source, @case, options, cancellationToken), cancellationToken);

    public ValueTask<TraceEvidence> Trace(
        LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options, CancellationToken cancellationToken) =>
        Gated(() => inner.Trace(language, source, @case, options, cancellationToken), cancellationToken);

    public void Dispose() => _gate.Dispose();

    private async ValueTask<T> Gated<T>(Func<ValueTask<T>> work, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            _gate.Release();
        }
    }
}
