using CodeAlchemy.Storage.Files;

namespace CodeAlchemy.Storage.Journaling;

/// <summary>
/// An append-only file of lines that several processes write: whoever has it open for appending holds it alone, by an advisory lock of the
/// operating system on the file itself (<c>flock</c>), which goes with the process. Only whole lines count; what stands behind the last line
/// end was torn by a kill. Open it shortly and close it. Not thread-safe; two openings in one process keep each other out like two processes.
/// </summary>
public sealed class SharedLines : IDisposable
{
    private const int Pause = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string _path;
    private readonly FileStream _stream;

    private SharedLines(string path, FileStream stream)
    {
        _path = path;
        _stream = stream;
    }

    /// <summary>Bytes in the file.</summary>
    public long Length => _stream.Length;

    /// <summary>Opens a file for appending, creating it where there is none; waits for other writers and readers.</summary>
    /// <param name="path">Absolute path.</param>
    /// <exception cref="Abstractions.Hosting.ProblemException">It can't be written, or somebody holds it for longer than half a minute.</exception>
    public static SharedLines Append(string path) =>
        new(path, StorageFault.Guard(path, () => Patiently(() => Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))));

    /// <summary>Opens a file for reading, waiting for a writer, or gives <see langword="null"/> where there is none.</summary>
    /// <param name="path">Absolute path.</param>
    public static SharedLines? Read(string path) =>
        File.Exists(path) ? new SharedLines(path, Patiently(() => Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))) : null;

    /// <summary>The whole lines from an offset, without their ends, each with its offset.</summary>
    /// <param name="from">Offset of the start of a line.</param>
    public IEnumerable<(long Offset, byte[] Line)> Lines(long from)
    {
        var buffer = new byte[64 << 10];
        var (end, offset, position) = (0, from, from);
        while (true)
        {
            var start = 0;
            for (int length; (length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n')) >= 0; start += length + 1)
            {
                yield return (offset, buffer.AsSpan(start, length).ToArray());
                offset += length + 1;
            }

            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            if (end == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = RandomAccess.Read(_stream.SafeFileHandle, buffer.AsSpan(end), position);
            if (read == 0)
            {
                yield break;
            }

            (end, position) = (end + read, position + read);
        }
    }

    /// <summary>What stands behind the last line end: nothing, or what a killed writer left.</summary>
    /// <param name="from">Offset behind the last whole line.</param>
    public byte[] Tail(long from)
    {
        var tail = new byte[Math.Max(0, _stream.Length - from)];
        var read = RandomAccess.Read(_stream.SafeFileHandle, tail, from);
        return tail[..read];
    }

    /// <summary>Reads bytes that stand in the file.</summary>
    /// <exception cref="EndOfStreamException">The file is shorter.</exception>
    public byte[] ReadAt(long offset, int length)
    {
        var bytes = new byte[length];
        _stream.Position = offset;
        _stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Appends bytes; they are safe from loss of power when this returns.</summary>
    /// <param name="bytes">A whole line with its end, or the end that a line lacks.</param>
    /// <returns>The offset at which they stand.</returns>
    public long Append(ReadOnlySpan<byte> bytes)
    {
        var offset = _stream.Length;
        try
        {
            RandomAccess.Write(_stream.SafeFileHandle, bytes, offset);
            RandomAccess.FlushToDisk(_stream.SafeFileHandle);
        }
        catch (Exception fault) when (StorageFault.IsFault(fault))
        {
            throw StorageFault.Problem(fault, _path);
        }

        return offset;
    }

    /// <summary>Moves a torn tail into a file beside this one, where nothing is lost and nothing is in the way.</summary>
    /// <param name="from">Offset behind the last whole line.</param>
    /// <param name="aside">Absolute path of the file that the tail is appended to as a line.</param>
    public void SetAside(long from, string aside) => StorageFault.Guard(aside, () =>
    {
        using (var kept = new FileStream(aside, FileMode.Append, FileAccess.Write, FileShare.Read, 0))
        {
            kept.Write([.. Tail(from), (byte)'\n']);
            kept.Flush(flushToDisk: true);
        }

        RandomAccess.SetLength(_stream.SafeFileHandle, from);
    });

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static FileStream? Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(path, mode, access, share, 0);
        }
        catch (IOException fault) when (fault is not (FileNotFoundException or DirectoryNotFoundException) && fault.HResult is not (28 or 30))
        {
            return null;
        }
    }

    private static FileStream Patiently(Func<FileStream?> open)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (open() is { } stream)
            {
                return stream;
            }

            if (TimeProvider.System.GetElapsedTime(start) > Patience)
            {
                throw new IOException("Another process holds it.");
            }

            Thread.Sleep(Pause);
        }
    }
}
