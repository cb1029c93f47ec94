using System.Buffers.Binary;
using System.IO.Compression;
using CodeAlchemy.Storage.Datasets;

namespace CodeAlchemy.Storage.Corpora;

/// <summary>
/// Tells whether a gzip file ended where it should. The base library reads a file that was cut off as if it ended there, which would
/// lose rows without a word. The last eight bytes of a whole file are checksum and length of its last member (RFC 1952, section 2.3.1).
/// </summary>
internal static class GzipTrailer
{
    private const int Bytes = 8;

    /// <summary>Whether the trailer fits what was unpacked.</summary>
    /// <param name="path">The file.</param>
    /// <param name="unpacked">Bytes unpacked in all.</param>
    public static bool Fits(string path, long unpacked)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0);
        if (file.Length < Bytes)
        {
            return unpacked == 0 && file.Length == 0;
        }

        Span<byte> trailer = stackalloc byte[Bytes];
        file.Seek(-Bytes, SeekOrigin.End);
        file.ReadExactly(trailer);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]);
        if (length == (uint)unpacked)
        {
            return true;
        }

        // Several members, or cut off: the checksum over as many last bytes as the trailer says decides.
        file.Seek(0, SeekOrigin.Begin);
        return length < unpacked && LastChecksum(file, unpacked - length) == BinaryPrimitives.ReadUInt32LittleEndian(trailer);
    }

    private static uint LastChecksum(Stream file, long skip)
    {
        using var text = new GZipStream(file, CompressionMode.Decompress);
        var buffer = new byte[64 << 10];
        var crc = default(Crc32);
        for (int read; (read = text.Read(buffer)) > 0; skip -= Math.Min(skip, read))
        {
            crc.Append(buffer.AsSpan(0, read)[(int)Math.Min(skip, read)..]);
        }

        return crc.Value;
    }
}
