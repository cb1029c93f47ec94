using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Grounded.Tests;

/// <summary>A sequence that depends on its key alone.</summary>
internal sealed class SeededRandom(string key) : IRandom
{
    private ulong _count;

    public int Next(int exclusiveMaximum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(exclusiveMaximum, 1);
        return (int)(NextBits() % (ulong)exclusiveMaximum);
    }

    public double NextDouble() => (NextBits() >> 11) / (double)(1UL << 53);

    public ulong NextBits() => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}#{_count++}")));
}
