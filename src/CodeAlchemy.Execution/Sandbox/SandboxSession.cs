using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using Microsoft.Win32.SafeHandles;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>A program in a slot with the host's ends of its pipes.</summary>
internal sealed class SandboxSession : ISandboxSession
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Starts it.</summary>
    /// <param name="input">The end of its standard input that is written.</param>
    /// <param name="output">The end of its standard output that is read.</param>
    /// <param name="run">Runs it until the token says to stop.</param>
    public SandboxSession(SafeFileHandle input, SafeFileHandle output, Func<CancellationToken, Task<RunResult>> run)
    {
        Input = new FileStream(input, FileAccess.Write, 0);
        Output = new FileStream(output, FileAccess.Read, 0);
        Ended = run(_stop.Token);
    }

    public Stream Input { get; }

    public Stream Output { get; }

    public Task<RunResult> Ended { get; }

    public void Kill() => _stop.Cancel();

    /// <summary>Lets a program that ends with its input end by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        await Input.DisposeAsync().ConfigureAwait(false);
        if (await Task.WhenAny(Ended, Task.Delay(Patience)).ConfigureAwait(false) != Ended)
        {
            await _stop.CancelAsync().ConfigureAwait(false);
        }

        await ((Task)Ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Output.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
    }
}
