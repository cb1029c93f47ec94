using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Pipeline.Ports;

namespace CodeAlchemy.Workspace.Execution;

/// <summary>
/// Remembers what runs came to: strategies share one tracing, and a resumed run repeats only what was in flight.
/// Single traced runs are not remembered; they serve people. Thread-safe.
/// </summary>
internal sealed class MemoizedExecutor(IProgramExecutor inner, IOutcomeMemo memo) : IProgramExecutor
{
    public async ValueTask<RunResult> Run(
        LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options, CancellationToken cancellationToken)
    {
        var key = Key("run", language, source, @case, options);
        if (memo.TryGet(key, out var known))
        {
            return EvidenceCodec.ReadRun(known);
        }

        var result = await inner.Run(language, source, @case, options, cancellationToken);
        memo.Put(key, EvidenceCodec.Write(result));
        return result;
    }

    public ValueTask<TracedRun> TraceOnce(
        LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options, CancellationToken cancellationToken) =>
        inner.TraceOnce(language, source, @case, options, cancellationToken);

    public async ValueTask<TraceEvidence> Trace(
        LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options, CancellationToken cancellationToken)
    {
        var key = Key("trace", language, source, @case, options);
        if (memo.TryGet(key, out var known))
        {
            return EvidenceCodec.ReadEvidence(known);
        }

        var evidence = await inner.Trace(language, source, @case, options, cancellationToken);
        memo.Put(key, EvidenceCodec.Write(evidence));
        return evidence;
    }

    private static string Key(string kind, LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options)
    {
        using var key = new MemoKey();
        key.Add($"{kind}\u001f{language.Id}\u001f{language.Version}\u001f{source.Sha256}\u001f{source.FileName}\u001f{options.Isolation}")
            .Add(options.Limits.ToString()).Add(options.Trace.ToString());
        foreach (var argument in @case.Arguments)
        {
            key.Add(argument);
        }

        key.Add(@case.Stdin.AsSpan());
        foreach (var (path, content) in @case.Files)
        {
            key.Add(path).Add(content.AsSpan());
        }

        return key.Finish();
    }
}
