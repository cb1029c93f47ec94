using CodeAlchemy.Models.Requests;
using Microsoft.Win32.SafeHandles;

namespace CodeAlchemy.Models.Caching;

/// <summary>A file of records that another process wrote. Thread-safe.</summary>
internal sealed class Segment : IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly SegmentIndex _index;

    private Segment(SafeFileHandle handle, SegmentIndex index) => (_handle, _index) = (handle, index);

    /// <summary>Opens a segment; <see langword="null"/> when it holds nothing.</summary>
    public static Segment? Open(string path) =>
        SegmentIndex.Open(path) is { } index ? new(File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete), index) : null;

    public ReadOnlyMemory<byte>? Find(RequestKey key) => _index.Find(key) is >= 0 and var position ? CacheRecord.Read(_handle, position, key) : null;

    public void Dispose()
    {
        _index.Dispose();
        _handle.Dispose();
    }
}
