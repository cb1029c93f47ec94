using System.Buffers;
using CodeAlchemy.Models.Requests;
using Microsoft.Win32.SafeHandles;

namespace CodeAlchemy.Models.Caching;

/// <summary>
/// The segment that this process writes. Records are gathered and written in large pieces: what is lost by a kill is at most
/// the last second, and it is only a cache. Thread-safe.
/// </summary>
internal sealed class SegmentWriter : IDisposable
{
    private const int Gathered = 64 << 10;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private readonly PositionTable _positions = new();
    private readonly ArrayBufferWriter<byte> _pending = new(Gathered * 2);
    private readonly string _path;
    private SafeFileHandle? _handle;
    private long _written;
    private long _last = Environment.TickCount64;

    public SegmentWriter(string path) => _path = path;

    public ReadOnlyMemory<byte>? Find(RequestKey key)
    {
        if (_positions.Find(key) is not (>= 0 and var position))
        {
            return null;
        }

        lock (_lock)
        {
            Flush();
        }

        return CacheRecord.Read(_handle!, position, key);
    }

    /// <exception cref="IOException">The disk is full or fails; nothing more is kept then.</exception>
    public void Add(RequestKey key, ReadOnlySpan<byte> content)
    {
        lock (_lock)
        {
            _positions.Set(key, _written + _pending.WrittenCount);
            CacheRecord.Write(_pending, key, content);
            if (_pending.WrittenCount >= Gathered || Environment.TickCount64 - _last >= Longest.TotalMilliseconds)
            {
                Flush();
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            Flush();
            _handle?.Dispose();
            _positions.Dispose();
        }
    }

    private void Flush()
    {
        if (_pending.WrittenCount > 0)
        {
            _handle ??= File.OpenHandle(_path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.Write(_handle, _pending.WrittenSpan, _written);
            _written += _pending.WrittenCount;
            _pending.ResetWrittenCount();
        }

        _last = Environment.TickCount64;
    }
}
