using System.Runtime.InteropServices;
using System.Text;

namespace CodeAlchemy.Execution.Tracing;

/// <summary>Decodes short texts once: names, types and values of a trace repeat all the time. Not thread-safe.</summary>
internal sealed class WireStrings
{
    private const int Size = 8192;
    private const int Longest = 64;

    private readonly string?[] _known = new string?[Size];

    /// <summary>The text of some UTF-8 bytes.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > Longest)
        {
            return utf8.IsEmpty ? string.Empty : Encoding.UTF8.GetString(utf8);
        }

        ref var slot = ref _known[Hash(utf8) & (Size - 1)];
        if (slot is not null && Ascii.Equals(utf8, slot))
        {
            return slot;
        }

        var text = Encoding.UTF8.GetString(utf8);
        slot = text;
        return text;
    }

    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        ulong hash = (uint)bytes.Length;
        while (bytes.Length >= sizeof(ulong))
        {
            hash = (hash ^ MemoryMarshal.Read<ulong>(bytes)) * 0x9E3779B97F4A7C15;
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var b in bytes)
        {
            hash = (hash ^ b) * 0x100000001B3;
        }

        return (int)(hash ^ (hash >> 32));
    }
}
