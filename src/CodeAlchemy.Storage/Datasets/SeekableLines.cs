using System.IO.Compression;

namespace CodeAlchemy.Storage.Datasets;

/// <summary>
/// Reads spans of the text of one file. A plain file is sought in; a gzip file is unpacked up to the place, and from the start again for a place
/// before the last one.
/// </summary>
internal sealed class SeekableLines : IDisposable
{
    private const int Buffer = 64 << 10;
    private readonly FileStream _file;
    private readonly bool _gzip;
    private Stream? _text;
    private long _position;

    public SeekableLines(string path)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, Buffer);
        _gzip = path.EndsWith(".gz", StringComparison.Ordinal);
    }

    public byte[] Read(long offset, int length)
    {
        var bytes = new byte[length];
        try
        {
            To(offset).ReadExactly(bytes);
        }
        catch (EndOfStreamException fault)
        {
            throw new InvalidDataException($"{_file.Name} is shorter than it was.", fault);
        }

        _position = offset + length;
        return bytes;
    }

    public void Dispose()
    {
        _text?.Dispose();
        _file.Dispose();
    }

    private Stream To(long offset)
    {
        if (!_gzip)
        {
            _file.Position = offset;
            return _file;
        }

        if (_text is null || offset < _position)
        {
            _text?.Dispose();
            _file.Position = 0;
            _text = new GZipStream(_file, CompressionMode.Decompress, leaveOpen: true);
            _position = 0;
        }

        var skipped = new byte[Buffer];
        while (_position < offset)
        {
            var read = _text.Read(skipped.AsSpan(0, (int)Math.Min(Buffer, offset - _position)));
            if (read == 0)
            {
                throw new EndOfStreamException();
            }

            _position += read;
        }

        return _text;
    }
}
