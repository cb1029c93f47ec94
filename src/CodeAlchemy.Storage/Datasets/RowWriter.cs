using System.Security.Cryptography;
using CodeAlchemy.Storage.Files;

namespace CodeAlchemy.Storage.Datasets;

/// <summary>
/// Writes a JSON Lines file, plain or gzip, hashing it on the way. Bytes depend only on the lines. Failures are problems that
/// name the path. Not thread-safe.
/// </summary>
public sealed class RowWriter : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;
    private readonly HashingStream _hashing;
    private readonly GzipWriter? _gzip;
    private readonly BufferedStream _out;
    private long _rows;
    private long _textBytes;

    /// <summary>Creates the file; one that exists is replaced.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="gzip">Whether to compress.</param>
    public RowWriter(string path, bool gzip)
    {
        _path = path;
        _file = StorageFault.Guard(path, () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 0);
        });
        _hashing = new HashingStream(_file);
        _gzip = gzip ? new GzipWriter(_hashing) : null;
        _out = new BufferedStream(_gzip as Stream ?? _hashing, 128 << 10);
    }

    /// <summary>Appends complete lines.</summary>
    /// <param name="lines">Bytes, each line with its end.</param>
    /// <param name="count">Number of lines.</param>
    public void Append(ReadOnlySpan<byte> lines, int count)
    {
        try
        {
            _out.Write(lines);
        }
        catch (Exception fault) when (StorageFault.IsFault(fault))
        {
            throw StorageFault.Problem(fault, _path);
        }

        _rows += count;
        _textBytes += lines.Length;
    }

    /// <summary>Ends the file and makes it durable.</summary>
    public RowFileInfo Finish() => StorageFault.Guard(_path, () =>
    {
        _out.Flush();
        _gzip?.Finish();
        _file.Flush(flushToDisk: true);
        return new RowFileInfo(_rows, _textBytes, _hashing.Written, _hashing.Finish());
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        // The buffer is not flushed: a file that was not finished is not wanted.
        _gzip?.Dispose();
        _file.Dispose();
        _hashing.Dispose();
    }

    private sealed class HashingStream(Stream target) : WriteStream
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Written { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            target.Write(buffer);
            _hash.AppendData(buffer);
            Written += buffer.Length;
        }

        public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

        public override void Flush() => target.Flush();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _hash.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
