using System.IO.Compression;
using System.Security.Cryptography;

namespace CodeAlchemy.Storage.Datasets;

/// <summary>Reads JSON Lines files, plain or gzip, one line at a time.</summary>
public static class RowReader
{
    /// <summary>The lines without their ends; a last line without an end counts.</summary>
    /// <param name="path">Absolute path; <c>.gz</c> is unpacked.</param>
    /// <exception cref="InvalidDataException">A gzip file is damaged.</exception>
    public static IEnumerable<byte[]> Lines(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0);
        using var text = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        var buffer = new byte[64 << 10];
        var (start, end) = (0, 0);
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                yield return buffer.AsSpan(start, length).ToArray();
                start += length + 1;
                continue;
            }

            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            if (end == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = text.Read(buffer.AsSpan(end));
            if (read == 0)
            {
                break;
            }

            end += read;
        }

        if (end > 0)
        {
            yield return buffer.AsSpan(0, end).ToArray();
        }
    }

    /// <summary>Lower-case hexadecimal SHA-256 of a file.</summary>
    /// <param name="path">Absolute path.</param>
    public static string Sha256(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
