using CodeAlchemy.Execution.Sandbox.Native;

namespace CodeAlchemy.Execution.Programs;

/// <summary>The records of a traced run, as they lie in its file. Disposed of once, when nobody reads them any more.</summary>
internal sealed unsafe class TraceRecords : IDisposable
{
    private readonly nint _length;
    private readonly int _used;
    private byte* _start;

    private TraceRecords(byte* start, nint length, int used)
    {
        _start = start;
        _length = length;
        _used = used;
    }

    /// <summary>The records up to the last byte that is not zero.</summary>
    public ReadOnlySpan<byte> Bytes => new(_start, _used);

    /// <summary>Maps a file and deletes it; nothing may write to it any more.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limit">Most bytes to read; more than that no honest tracer writes.</param>
    /// <exception cref="IOException">It can't be mapped.</exception>
    public static TraceRecords Take(string path, long limit)
    {
        try
        {
            using var file = File.OpenHandle(path);

            // A mapped file is as long as its limit; what was never written is a hole.
            var length = (nint)Math.Min(Descriptors.DataLength(file), limit);
            if (length == 0)
            {
                return new TraceRecords(null, 0, 0);
            }

            var start = Libc.Map(null, length, Libc.Readable, Libc.PrivateMap | Libc.Populate, (int)file.DangerousGetHandle(), 0);
            if (start == (byte*)-1)
            {
                throw Descriptors.Failure("mmap");
            }

            var used = new ReadOnlySpan<byte>(start, (int)length).LastIndexOfAnyExcept((byte)0) + 1;
            return new TraceRecords(start, length, used);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public void Dispose()
    {
        if (_start is not null)
        {
            _ = Libc.Unmap(_start, _length);
            _start = null;
        }
    }
}
