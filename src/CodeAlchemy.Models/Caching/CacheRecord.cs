using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using CodeAlchemy.Models.Requests;
using Microsoft.Win32.SafeHandles;

namespace CodeAlchemy.Models.Caching;

/// <summary>A record of a segment: length of the content, CRC-32C of key and content (both 32 bits, little-endian), key, content.</summary>
internal static class CacheRecord
{
    public const int Head = 8 + RequestKey.Size;
    private const int LongestContent = 256 << 20;

    public static void Write(IBufferWriter<byte> output, RequestKey key, ReadOnlySpan<byte> content)
    {
        var record = output.GetSpan(Head + content.Length)[..(Head + content.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(record, content.Length);
        key.Write(record[8..]);
        content.CopyTo(record[Head..]);
        BinaryPrimitives.WriteUInt32LittleEndian(record[4..], Checksum(record[8..]));
        output.Advance(record.Length);
    }

    /// <summary>The content of a record if it is sound and of this key.</summary>
    public static ReadOnlyMemory<byte>? Read(SafeFileHandle handle, long position, RequestKey key)
    {
        Span<byte> head = stackalloc byte[Head];
        if (RandomAccess.Read(handle, head, position) < Head || Length(head) is not { } length)
        {
            return null;
        }

        var record = new byte[Head + length];
        return RandomAccess.Read(handle, record, position) == record.Length ? Content(record, key) : null;
    }

    /// <summary>The content of a record in memory if it is sound and of this key.</summary>
    public static ReadOnlyMemory<byte>? Content(byte[] record, RequestKey key) =>
        record.Length > Head && RequestKey.Read(record.AsSpan(8)) == key && IsSound(record) ? record.AsMemory(Head) : null;

    /// <summary>Length of the content that a head tells, or <see langword="null"/> when it is no head.</summary>
    public static int? Length(ReadOnlySpan<byte> head) =>
        BinaryPrimitives.ReadInt32LittleEndian(head) is > 0 and <= LongestContent and var length ? length : null;

    public static bool IsSound(ReadOnlySpan<byte> record) => BinaryPrimitives.ReadUInt32LittleEndian(record[4..]) == Checksum(record[8..]);

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (var rest in bytes[(bytes.Length / sizeof(ulong) * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, rest);
        }

        return ~crc;
    }
}
