using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Execution.Tracing;

namespace CodeAlchemy.Execution.Programs;

/// <summary>One program with one case, for any number of runs, while or after it is built. Its tracer is chosen with the first trace.</summary>
internal sealed class ProgramSession(
    ReadyLanguage ready,
    SourceFile source,
    ExecutionCase @case,
    ExecutionOptions options,
    Task<Artifact?> build,
    ProgramRunner runner,
    TracerSelection tracers,
    TraceFiles files)
{
    private const int RecordSlack = 1 << 16;

    private readonly List<string> _notes = [];
    private TracerPlan? _plan;

    /// <summary>How the untraced build failed, as the result of a run; <see langword="null"/> when it did not.</summary>
    public async Task<RunResult?> BuildFailure() =>
        (await build.ConfigureAwait(false))?.Failure is { } failure ? ProgramBuilder.Failed(ready.Language, failure) : null;

    /// <summary>Runs the program untraced.</summary>
    public async Task<RunResult> Run(Surroundings surroundings, CancellationToken cancellationToken)
    {
        var built = await build.ConfigureAwait(false);
        return await runner.Run(
            ready, source, source.Text, ready.Language.Run, built?.Folder, @case, options, surroundings, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs the program traced.</summary>
    public async Task<TracedAttempt> Trace(Surroundings surroundings, CancellationToken cancellationToken)
    {
        _plan ??= await tracers.Choose(ready, source, build, options, _notes, cancellationToken).ConfigureAwait(false);
        if (_plan is null)
        {
            return new TracedAttempt(NoTracer(), null, null, _notes);
        }

        var file = files.Create();
        var header = TraceAssembly.Header(ready, source, @case, options, _plan.Name, surroundings);
        using var digest = new RunningDigest(header);
        using var follower = new WireFollower(file, digest);
        RunResult result;
        try
        {
            follower.Follow();
            result = await runner.Run(
                ready, source, _plan.Text, _plan.Command, _plan.Built, @case, options, surroundings, file, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            File.Delete(file);
            throw;
        }
        finally
        {
            await follower.Stop().ConfigureAwait(false);
        }

        using var records = TraceRecords.Take(file, options.Trace.Bytes + RecordSlack);
        var notes = new List<string>(_plan.Notes);
        var (trace, malformed) = TraceAssembly.Assemble(header, result, records.Bytes, follower, digest, notes);
        if (malformed is not null)
        {
            notes.Add($"The trace was refused: {malformed}.");
        }

        return new TracedAttempt(result, trace, malformed, notes);
    }

    private RunResult NoTracer() => new()
    {
        Status = ExecutionStatus.MissingToolchain,
        Detail = ready.Language.Tracers.IsEmpty
            ? $"The language '{ready.Language.Id}' has no tracer."
            : $"No tracer of '{ready.Language.Id}' can serve this program.",
    };
}
