using System.Buffers.Binary;
using System.IO.Compression;
using CodeAlchemy.Storage.Files;

namespace CodeAlchemy.Storage.Datasets;

/// <summary>
/// Writes gzip (RFC 1952) with a fixed header: no name, no time, no operating system, so that equal content gives equal bytes.
/// </summary>
internal sealed class GzipWriter : WriteStream
{
    private static readonly byte[] Header = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF];
    private readonly Stream _target;
    private readonly DeflateStream _deflate;
    private Crc32 _crc;
    private uint _length;
    private bool _closed;

    /// <summary>Starts a gzip file. The target stays open.</summary>
    public GzipWriter(Stream target)
    {
        _target = target;
        target.Write(Header);
        _deflate = new DeflateStream(target, CompressionLevel.Optimal, leaveOpen: true);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _deflate.Write(buffer);
        _crc.Append(buffer);
        _length += (uint)buffer.Length;
    }

    public override void Flush() => _deflate.Flush();

    /// <summary>Ends the file. Without it the file is torn.</summary>
    public void Finish()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        _deflate.Dispose();
        if (_length == 0)
        {
            // DeflateStream writes nothing for nothing; an empty final block keeps the file sound.
            _target.Write([0x03, 0x00]);
        }

        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _crc.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], _length);
        _target.Write(trailer);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_closed)
        {
            _closed = true;
            try
            {
                _deflate.Dispose();
            }
            catch (IOException)
            {
                // An unfinished file is thrown away; what failed was told when it was written.
            }
        }

        base.Dispose(disposing);
    }
}
