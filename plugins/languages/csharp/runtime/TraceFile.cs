using System.Runtime.InteropServices;

namespace CodeAlchemy.Trace;

/// <summary>The trace file, mapped into memory, so that nothing is lost however the program ends.</summary>
internal sealed unsafe class TraceFile
{
    // Room for the record that says why recording stopped.
    private const int Reserve = 64;

    private readonly byte* _memory;
    private readonly int _size;

    public TraceFile(int descriptor, int bytes)
    {
        _size = bytes;
        ftruncate(descriptor, bytes + Reserve);
        _memory = mmap(null, (nuint)(bytes + Reserve), 3, 1, descriptor, 0);
        close(descriptor);
    }

    public bool IsOpen => (nint)_memory != -1;

    /// <summary>Bytes written so far.</summary>
    public int Used { get; private set; }

    /// <summary>Forgets what was written from here on.</summary>
    public void TakeBack(int start)
    {
        new Span<byte>(_memory + start, Used - start).Clear();
        Used = start;
    }

    public bool Fits(int length) => Used + length <= _size;

    public void Append(byte[] bytes, int start, int length)
    {
        Marshal.Copy(bytes, start, (nint)(_memory + Used), length);
        Used += length;
    }

    [DllImport("libc")]
    private static extern int ftruncate(int descriptor, long length);

    [DllImport("libc")]
    private static extern byte* mmap(void* address, nuint length, int protection, int flags, int descriptor, long offset);

    [DllImport("libc")]
    private static extern int close(int descriptor);
}
