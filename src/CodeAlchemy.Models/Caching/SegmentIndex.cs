using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Caching;

/// <summary>
/// The sorted keys of a segment, in a file beside it that is mapped and not loaded. It says how much of the segment it covers;
/// what was appended since is scanned when it is opened. Thread-safe.
/// </summary>
internal sealed class SegmentIndex : IDisposable
{
    private const ulong Mark = 0x3144_5845_444E_4943;
    private const int Head = 24;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly long _count;

    private SegmentIndex(string path, long count)
    {
        _count = count;
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, Head + (count * CacheEntry.Size), MemoryMappedFileAccess.Read);
    }

    /// <summary>Opens the index of a segment after bringing it up to date; <see langword="null"/> when the segment holds nothing.</summary>
    public static SegmentIndex? Open(string segment)
    {
        var path = Path.ChangeExtension(segment, ".index");
        var (covered, count) = ReadHead(path);
        var fresh = new List<CacheEntry>();
        var end = SegmentScan.Read(segment, covered, fresh);
        if (fresh.Count > 0)
        {
            count = Rewrite(path, Entries(path, count), fresh, end);
        }

        return count > 0 ? new SegmentIndex(path, count) : null;
    }

    /// <summary>Position of a key's record, or −1.</summary>
    public long Find(RequestKey key)
    {
        var (low, high) = (0L, _count - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var entry = At(middle);
            var order = entry.Key.CompareTo(key.Value);
            if (order == 0)
            {
                return entry.Position;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }

    private static (long Covered, long Count) ReadHead(string path)
    {
        if (!File.Exists(path))
        {
            return default;
        }

        using var handle = File.OpenHandle(path);
        Span<byte> head = stackalloc byte[Head];
        if (RandomAccess.Read(handle, head, 0) < Head || BinaryPrimitives.ReadUInt64LittleEndian(head) != Mark)
        {
            return default;
        }

        var count = BinaryPrimitives.ReadInt64LittleEndian(head[16..]);
        return RandomAccess.GetLength(handle) == Head + (count * CacheEntry.Size) ? (BinaryPrimitives.ReadInt64LittleEndian(head[8..]), count) : default;
    }

    private static CacheEntry[] Entries(string path, long count) =>
        count == 0 ? [] : MemoryMarshal.Cast<byte, CacheEntry>(File.ReadAllBytes(path).AsSpan(Head)).ToArray();

    private static long Rewrite(string path, CacheEntry[] known, List<CacheEntry> fresh, long covered)
    {
        var entries = known.Concat(fresh).DistinctBy(entry => entry.Key).Order().ToArray();
        var head = new byte[Head];
        BinaryPrimitives.WriteUInt64LittleEndian(head, Mark);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(8), covered);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(16), entries.Length);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        using (var file = File.Create(temporary))
        {
            file.Write(head);
            file.Write(MemoryMarshal.AsBytes(entries.AsSpan()));
        }

        File.Move(temporary, path, overwrite: true);
        return entries.Length;
    }

    private CacheEntry At(long index)
    {
        _view.Read<CacheEntry>(Head + (index * CacheEntry.Size), out var entry);
        return entry;
    }
}
