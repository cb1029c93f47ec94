using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Storage.Journaling;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>Recorded outcomes of one shard in a journal. Keys are in memory as 128-bit hashes, values stay on disk. Thread-safe.</summary>
internal sealed class MemoJournal : IOutcomeMemo, IDisposable
{
    private const int KeyBytes = 16;
    private readonly Lock _lock = new();
    private readonly Dictionary<UInt128, long> _positions = [];
    private readonly Journal _journal;

    public MemoJournal(string path)
    {
        _journal = Journal.Open(path);
        foreach (var record in _journal.ReadAll())
        {
            if (record.Bytes.Length >= KeyBytes)
            {
                _positions.TryAdd(BinaryPrimitives.ReadUInt128LittleEndian(record.Bytes), record.Position);
            }
        }
    }

    /// <inheritdoc/>
    public bool TryGet(string key, out byte[] value)
    {
        long position;
        lock (_lock)
        {
            if (!_positions.TryGetValue(Hash(key), out position))
            {
                value = [];
                return false;
            }
        }

        value = _journal.Read(position)[KeyBytes..];
        return true;
    }

    /// <inheritdoc/>
    public void Put(string key, ReadOnlySpan<byte> value)
    {
        var hash = Hash(key);
        var record = new byte[KeyBytes + value.Length];
        BinaryPrimitives.WriteUInt128LittleEndian(record, hash);
        value.CopyTo(record.AsSpan(KeyBytes));
        lock (_lock)
        {
            if (!_positions.ContainsKey(hash))
            {
                _positions.Add(hash, _journal.Append(record));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _journal.Dispose();

    private static UInt128 Hash(string key) =>
        BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
