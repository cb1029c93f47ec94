using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CodeAlchemy.Execution.Sandbox.Native;
using Microsoft.Win32.SafeHandles;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>Drains one stream of a program while it runs, up to a limit.</summary>
internal sealed class OutputCapture
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Task _drained;
    private volatile bool _exceeded;

    /// <summary>Starts to drain.</summary>
    /// <param name="reader">The reading end; closed at the end.</param>
    /// <param name="limit">Bytes kept.</param>
    /// <param name="exceeded">Called once when there is more.</param>
    public OutputCapture(SafeFileHandle reader, long limit, Action exceeded) =>
        _drained = Task.Factory.StartNew(
            () => Drain(reader, limit, exceeded), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Whether there was more than is kept.</summary>
    public bool Exceeded => _exceeded;

    /// <summary>The bytes, once all writers are gone.</summary>
    public async Task<ImmutableArray<byte>> Bytes()
    {
        await _drained;
        return ImmutableCollectionsMarshal.AsImmutableArray(_bytes.WrittenSpan.ToArray());
    }

    private void Drain(SafeFileHandle reader, long limit, Action exceeded)
    {
        using var _ = reader;
        var buffer = new byte[64 << 10];
        for (int n; (n = Descriptors.Read(reader, buffer)) > 0;)
        {
            var kept = (int)Math.Min(n, limit - _bytes.WrittenCount);
            _bytes.Write(buffer.AsSpan(0, kept));
            if (kept < n && !_exceeded)
            {
                _exceeded = true;
                exceeded();
            }
        }
    }
}
