using System.Buffers;
using System.Collections.Immutable;
using CodeAlchemy.Execution.Sandbox.Native;
using Microsoft.Win32.SafeHandles;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>What came through one pipe, up to a limit. Not thread-safe.</summary>
internal sealed class OutputBuffer(SafeFileHandle reader, long limit) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>The pipe; −1 once it has ended.</summary>
    public int Descriptor => reader.IsClosed ? -1 : (int)reader.DangerousGetHandle();

    /// <summary>Whether there was more than is kept.</summary>
    public bool Exceeded { get; private set; }

    /// <summary>Reads what is there, once.</summary>
    /// <param name="scratch">Room to read into.</param>
    public void Drain(Span<byte> scratch)
    {
        var n = Descriptors.Read(reader, scratch);
        if (n == 0)
        {
            reader.Dispose();
            return;
        }

        var kept = (int)Math.Min(n, limit - _bytes.WrittenCount);
        _bytes.Write(scratch[..kept]);
        Exceeded |= kept < n;
    }

    public ImmutableArray<byte> Bytes() => [.. _bytes.WrittenSpan];

    public void Dispose() => reader.Dispose();
}
