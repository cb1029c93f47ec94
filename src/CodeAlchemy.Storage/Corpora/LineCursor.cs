using System.IO.Compression;

namespace CodeAlchemy.Storage.Corpora;

/// <summary>Reads a plain or gzip file forwards, by lines or by offsets of its uncompressed text. Not thread-safe.</summary>
internal sealed class LineCursor : IDisposable
{
    private readonly string _path;
    private readonly Stream? _stream;
    private readonly byte[] _buffer = new byte[64 << 10];
    private int _at;
    private int _filled;

    /// <summary>Opens a file; one that can't be opened is a <see cref="Fault"/>.</summary>
    public LineCursor(string name, string path)
    {
        Name = name;
        _path = path;
        try
        {
            Stream file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0);
            _stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Fault = true;
        }
    }

    /// <summary>Name of the file inside the corpus.</summary>
    public string Name { get; }

    /// <summary>Offset of the next byte.</summary>
    public long Position { get; private set; }

    /// <summary>Whether the file could not be opened or turned out damaged.</summary>
    public bool Fault { get; private set; }

    /// <summary>The next line; <see langword="null"/> at the end or at a fault.</summary>
    public LineExtent? NextLine()
    {
        var start = Position;
        var blank = true;
        var length = 0L;
        while (Fill())
        {
            var rest = _buffer.AsSpan(_at, _filled - _at);
            var end = rest.IndexOf((byte)'\n');
            var part = end < 0 ? rest : rest[..end];
            blank = blank && part.IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\r') < 0;
            length += part.Length;
            Advance(part.Length + (end < 0 ? 0 : 1));
            if (end >= 0)
            {
                return new LineExtent(start, length, blank);
            }
        }

        return Position > start && !Fault ? new LineExtent(start, length, blank) : null;
    }

    /// <summary>Reads bytes at an offset not before <see cref="Position"/>.</summary>
    public bool TryRead(long offset, int length, out byte[] bytes)
    {
        bytes = new byte[length];
        while (Position < offset && Fill())
        {
            Advance((int)Math.Min(offset - Position, _filled - _at));
        }

        var done = 0;
        while (done < length && Fill())
        {
            var part = Math.Min(length - done, _filled - _at);
            _buffer.AsSpan(_at, part).CopyTo(bytes.AsSpan(done));
            done += part;
            Advance(part);
        }

        return done == length;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream?.Dispose();

    private void Advance(int count)
    {
        _at += count;
        Position += count;
    }

    private bool Fill()
    {
        if (_at < _filled)
        {
            return true;
        }

        if (Fault)
        {
            return false;
        }

        try
        {
            _at = 0;
            _filled = _stream!.Read(_buffer);
            Fault = _filled == 0 && _stream is GZipStream && !GzipTrailer.Fits(_path, Position);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            _filled = 0;
            Fault = true;
        }

        return _filled > 0;
    }
}
