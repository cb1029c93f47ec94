using System.Collections.Immutable;
using CodeAlchemy.Execution.Sandbox.Native;
using Microsoft.Win32.SafeHandles;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>Gives a program its input as fast as it takes it. Not thread-safe.</summary>
internal sealed class InputFeed : IDisposable
{
    private readonly SafeFileHandle _writer;
    private readonly ImmutableArray<byte> _input;
    private int _sent;

    public InputFeed(SafeFileHandle writer, ImmutableArray<byte> input)
    {
        _writer = writer;
        _input = input;
        Descriptors.DoNotBlock(writer);
        Continue();
    }

    /// <summary>The pipe; −1 once all is said.</summary>
    public int Descriptor => _writer.IsClosed ? -1 : (int)_writer.DangerousGetHandle();

    /// <summary>Writes what there is room for. A program that closes its input without reading it is in its right.</summary>
    public void Continue()
    {
        var n = _sent < _input.Length ? Descriptors.Write(_writer, _input.AsSpan()[_sent..]) : -1;
        _sent += Math.Max(n, 0);
        if (n < 0 || _sent == _input.Length)
        {
            _writer.Dispose();
        }
    }

    public void Dispose() => _writer.Dispose();
}
