using System.Buffers.Binary;
using System.Text;

namespace CodeAlchemy.Pipeline.Running.Duplicates;

/// <summary>What is kept of an input to find exact duplicates. Sorted by hash, then corpus order.</summary>
/// <param name="Hash">SHA-256 of the text, 32 bytes.</param>
/// <param name="Ordinal">Position in the corpus.</param>
/// <param name="Path">Path, for the message.</param>
internal sealed record DuplicateSummary(byte[] Hash, long Ordinal, string Path) : IComparable<DuplicateSummary>
{
    private const int Fixed = 32 + 8 + 4;

    public int CompareTo(DuplicateSummary? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byHash = Hash.AsSpan().SequenceCompareTo(other.Hash);
        return byHash != 0 ? byHash : Ordinal.CompareTo(other.Ordinal);
    }

    public void Write(Stream target)
    {
        var path = Encoding.UTF8.GetBytes(Path);
        Span<byte> head = stackalloc byte[Fixed];
        Hash.CopyTo(head);
        BinaryPrimitives.WriteInt64LittleEndian(head[32..], Ordinal);
        BinaryPrimitives.WriteInt32LittleEndian(head[40..], path.Length);
        target.Write(head);
        target.Write(path);
    }

    public static IEnumerable<DuplicateSummary> ReadAll(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 32 << 10);
        while (Read(stream) is { } summary)
        {
            yield return summary;
        }
    }

    private static DuplicateSummary? Read(Stream stream)
    {
        Span<byte> head = stackalloc byte[Fixed];
        if (stream.ReadAtLeast(head, Fixed, throwOnEndOfStream: false) < Fixed)
        {
            return null;
        }

        var path = new byte[BinaryPrimitives.ReadInt32LittleEndian(head[40..])];
        stream.ReadExactly(path);
        return new DuplicateSummary(head[..32].ToArray(), BinaryPrimitives.ReadInt64LittleEndian(head[32..]), Encoding.UTF8.GetString(path));
    }
}
