using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Programs.Resident;

/// <summary>One compiler that stays, in a sandbox of its own. Does one job at a time.</summary>
internal sealed class CompileServer(ISandboxSession session, SandboxLimits limits, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>Jobs after which it is replaced, so that what one leaves behind doesn't reach many others.</summary>
    private const int MostJobs = 100;

    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(10);
    private readonly long _start = clock.GetTimestamp();
    private int _jobs;

    /// <summary>Whether it may do another job.</summary>
    public bool IsFresh => _jobs < MostJobs && clock.GetElapsedTime(_start) < LongestLife && !session.Ended.IsCompleted;

    /// <summary>Compiles. A job that takes longer than the limits of compiling ends the server.</summary>
    /// <returns>The reply, or <see langword="null"/> when the server is of no use any more.</returns>
    public async Task<CompileReply?> Compile(
        ImmutableArray<ImmutableArray<string>> commands, ImmutableSortedDictionary<string, ImmutableArray<byte>> files, CancellationToken cancellationToken)
    {
        _jobs++;
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(limits.Wall);
        await using var stop = time.Token.Register(session.Kill);
        try
        {
            return await Task.Run(() => Talk(commands, files), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            session.Kill();
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();

    private CompileReply Talk(ImmutableArray<ImmutableArray<string>> commands, ImmutableSortedDictionary<string, ImmutableArray<byte>> files)
    {
        CompileWire.WriteJob(session.Input, commands, files);
        return CompileWire.ReadReply(session.Output, limits);
    }
}
