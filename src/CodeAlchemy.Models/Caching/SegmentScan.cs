using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Caching;

/// <summary>Finds the records of a segment by reading it.</summary>
internal static class SegmentScan
{
    /// <summary>Adds the sound records from a position on.</summary>
    /// <returns>Where the last sound record ends.</returns>
    public static long Read(string segment, long position, List<CacheEntry> entries)
    {
        using var stream = new FileStream(segment, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 20);
        stream.Position = position;
        while (ReadRecord(stream) is { } record)
        {
            entries.Add(CacheEntry.Of(RequestKey.Read(record.AsSpan(8)), position));
            position += record.Length;
        }

        return position;
    }

    private static byte[]? ReadRecord(FileStream stream)
    {
        Span<byte> head = stackalloc byte[CacheRecord.Head];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || CacheRecord.Length(head) is not { } length
            || stream.Position + length > stream.Length)
        {
            return null;
        }

        var record = new byte[head.Length + length];
        head.CopyTo(record);
        stream.ReadExactly(record.AsSpan(head.Length));
        return CacheRecord.IsSound(record) ? record : null;
    }
}
