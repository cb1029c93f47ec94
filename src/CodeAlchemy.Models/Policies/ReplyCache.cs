using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Models.Replies;
using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Policies;

/// <summary>
/// Replies on disk by the key of request and model: one small file each, so that several processes share a folder without
/// locks. A file is its mark, the CRC-32C of its content, and the content; one that is torn is a miss. Thread-safe.
/// </summary>
internal sealed class ReplyCache(string folder)
{
    private const uint Mark = 0x31524143;
    private const int Head = 8;
    private readonly bool[] _made = new bool[256];

    /// <summary>The reply, or <see langword="null"/>.</summary>
    public ChatReply? Get(RequestKey key)
    {
        var path = PathOf(key);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var bytes = File.ReadAllBytes(path);
            if (IsSound(bytes) && ReplyCodec.Read(bytes.AsMemory(Head))?.Reply is { } reply)
            {
                return reply;
            }

            File.Delete(path);
        }
        catch (FileNotFoundException)
        {
            // Another process took it away between the two looks.
        }

        return null;
    }

    /// <summary>Keeps a reply. The first one of a key stays.</summary>
    /// <exception cref="IOException">The disk is full or fails.</exception>
    public void Put(RequestKey key, ChatReply reply)
    {
        var content = new ArrayBufferWriter<byte>(1024);
        content.Advance(Write(content.GetSpan(Head)));
        ReplyCodec.Write(content, ChatOutcome.Of(reply));
        var bytes = MemoryMarshal.AsMemory(content.WrittenMemory).Span;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], Checksum(bytes[Head..]));
        var path = PathOf(key);
        MakeFolder(key, path);
        if (File.Exists(path))
        {
            return;
        }

        try
        {
            // Nothing is locked: a reader that comes too early sees a torn file and asks the model itself.
            using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.Write(handle, bytes, 0);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster.
        }
    }

    private static int Write(Span<byte> head)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(head, Mark);
        return Head;
    }

    private static bool IsSound(ReadOnlySpan<byte> bytes) =>
        bytes.Length > Head && BinaryPrimitives.ReadUInt32LittleEndian(bytes) == Mark
        && BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) == Checksum(bytes[Head..]);

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

    private void MakeFolder(RequestKey key, string path)
    {
        ref var made = ref _made[(int)(byte)(key.Value >> 120)];
        if (!made)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            made = true;
        }
    }

    private string PathOf(RequestKey key)
    {
        var name = key.ToString();
        return Path.Join(folder, name.AsSpan(0, 2), name.AsSpan(2));
    }
}
