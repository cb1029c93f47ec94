using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using CodeAlchemy.Storage.Files;
using Microsoft.Win32.SafeHandles;

namespace CodeAlchemy.Storage.Journaling;

/// <summary>
/// An append-only file of checksummed records. A record is its length and the CRC-32C of its bytes (both 32 bits, little-endian)
/// and the bytes. What was appended survives the death of the process; a tail torn by it is cut when the journal is opened again.
/// Thread-safe.
/// </summary>
public sealed class Journal : IDisposable
{
    /// <summary>Largest record in bytes.</summary>
    public const int MaximumRecord = 1 << 30;

    private const int Head = 8;
    private readonly Lock _lock = new();
    private readonly SafeFileHandle _handle;
    private readonly string _path;
    private long _end;

    private Journal(string path, SafeFileHandle handle, long end)
    {
        _path = path;
        _handle = handle;
        _end = end;
    }

    /// <summary>Opens a journal for appending, creating it where there is none and cutting a torn tail.</summary>
    /// <param name="path">Absolute path.</param>
    public static Journal Open(string path) => StorageFault.Guard(path, () =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var end = SoundLength(handle);
        if (RandomAccess.GetLength(handle) > end)
        {
            RandomAccess.SetLength(handle, end);
        }

        return new Journal(path, handle, end);
    });

    /// <summary>Opens a journal for reading without changing it.</summary>
    /// <param name="path">Absolute path of an existing journal.</param>
    public static Journal OpenRead(string path) => StorageFault.Guard(path, () =>
    {
        var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return new Journal(path, handle, SoundLength(handle));
    });

    /// <summary>Reads the sound records of a journal that need not exist, without changing it.</summary>
    /// <param name="path">Absolute path.</param>
    public static IEnumerable<JournalRecord> ReadAll(string path)
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        foreach (var record in Records(handle))
        {
            yield return record;
        }
    }

    /// <summary>Appends a record; it is safe from the death of the process when this returns.</summary>
    /// <param name="record">The bytes.</param>
    /// <returns>Position of the record, for <see cref="Read"/>.</returns>
    public long Append(ReadOnlySpan<byte> record)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(record.Length, MaximumRecord);
        var framed = new byte[Head + record.Length];
        BinaryPrimitives.WriteInt32LittleEndian(framed, record.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(framed.AsSpan(4), Checksum(record));
        record.CopyTo(framed.AsSpan(Head));
        lock (_lock)
        {
            StorageFault.Guard(_path, () => RandomAccess.Write(_handle, framed, _end));
            var position = _end;
            _end += framed.Length;
            return position;
        }
    }

    /// <summary>The sound records from the start.</summary>
    public IEnumerable<JournalRecord> ReadAll() => Records(_handle);

    /// <summary>Reads the record at a position.</summary>
    /// <param name="position">As <see cref="Append"/> returned it.</param>
    /// <exception cref="InvalidDataException">There is no sound record.</exception>
    public byte[] Read(long position) =>
        TryRead(_handle, position) ?? throw new InvalidDataException($"There is no sound record at {position} of {_path}.");

    /// <summary>Makes everything appended so far safe from loss of power.</summary>
    public void Flush() => StorageFault.Guard(_path, () => RandomAccess.FlushToDisk(_handle));

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private static IEnumerable<JournalRecord> Records(SafeFileHandle handle)
    {
        var position = 0L;
        while (TryRead(handle, position) is { } bytes)
        {
            yield return new JournalRecord(position, bytes);
            position += Head + bytes.Length;
        }
    }

    private static long SoundLength(SafeFileHandle handle)
    {
        var end = 0L;
        foreach (var record in Records(handle))
        {
            end = record.Position + Head + record.Bytes.Length;
        }

        return end;
    }

    private static byte[]? TryRead(SafeFileHandle handle, long position)
    {
        Span<byte> head = stackalloc byte[Head];
        if (Fill(handle, head, position) < Head)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length < 0 || length > MaximumRecord || position + Head + length > RandomAccess.GetLength(handle))
        {
            return null;
        }

        var bytes = new byte[length];
        return Fill(handle, bytes, position + Head) == length
            && Checksum(bytes) == BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) ? bytes : null;
    }

    private static int Fill(SafeFileHandle handle, Span<byte> buffer, long position)
    {
        var done = 0;
        while (done < buffer.Length)
        {
            var read = RandomAccess.Read(handle, buffer[done..], position + done);
            if (read == 0)
            {
                break;
            }

            done += read;
        }

        return done;
    }

    // Starting from all ones, so that a run of zeros is not a sound empty record.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = BitOperations.Crc32C(uint.MaxValue, (uint)bytes.Length);
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, rest);
        }

        return ~crc;
    }
}
