using System.Buffers;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Execution.Sandbox.Native;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>
/// Moves the bytes of one run and looks after its limits, in one thread and one loop, so that neither a full pipe nor a
/// busy thread pool can hold it up. Without input and output the program is talked to by somebody else.
/// </summary>
internal sealed class RunPump(SlotServer server, RunWatch watch, InputFeed? stdin, OutputBuffer? stdout, OutputBuffer stderr, OutputBuffer status)
{
    private const int ScratchLength = 64 << 10;
    private const short Readable = 1;
    private const short Writable = 4;

    /// <summary>Files that the server did not bring to the host.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Runs until the server has answered and all pipes have ended; blocks.</summary>
    /// <returns>Whether the server lived to answer.</returns>
    public bool Run(TimeSpan interval)
    {
        bool? answered = null;
        var scratch = ArrayPool<byte>.Shared.Rent(ScratchLength);
        try
        {
            while (answered is null || stdout?.Descriptor >= 0 || stderr.Descriptor >= 0 || status.Descriptor >= 0)
            {
                Turn(ref answered, scratch, (int)interval.TotalMilliseconds);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }

        return answered.Value;
    }

    private unsafe void Turn(ref bool? answered, Span<byte> scratch, int milliseconds)
    {
        var entries = stackalloc Libc.PollEntry[]
        {
            new() { Descriptor = answered is null ? server.Descriptor : -1, Wanted = Readable },
            new() { Descriptor = stdout?.Descriptor ?? -1, Wanted = Readable },
            new() { Descriptor = stderr.Descriptor, Wanted = Readable },
            new() { Descriptor = status.Descriptor, Wanted = Readable },
            new() { Descriptor = stdin?.Descriptor ?? -1, Wanted = Writable },
        };
        _ = Libc.Poll(entries, 5, milliseconds);
        if (entries[0].Seen != 0)
        {
            var reply = server.Reply();
            answered = reply is not null;
            LeftOut = reply?.LeftOut ?? 0;
            watch.End();
            stdin?.Dispose();
        }

        Drain(stdout, entries[1], scratch);
        Drain(stderr, entries[2], scratch);
        Drain(status, entries[3], scratch);
        if (entries[4].Seen != 0 && stdin?.Descriptor >= 0)
        {
            stdin.Continue();
        }

        if (stdout is { Exceeded: true } || stderr.Exceeded)
        {
            watch.Stop(ExecutionStatus.OutputLimit);
        }

        watch.Look();
    }

    private static void Drain(OutputBuffer? buffer, Libc.PollEntry entry, Span<byte> scratch)
    {
        if (entry.Seen != 0)
        {
            buffer!.Drain(scratch);
        }
    }
}
