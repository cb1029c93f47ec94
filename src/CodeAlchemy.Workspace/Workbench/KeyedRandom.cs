using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Workspace.Workbench;

/// <summary>
/// xoshiro256** (Blackman and Vigna, 2018) seeded by the SHA-256 of its key, so that the numbers depend on what they are
/// for and never on the order of calls.
/// </summary>
internal sealed class KeyedRandom : IRandom
{
    private readonly ulong[] _state = new ulong[4];

    public KeyedRandom(long seed, params ReadOnlySpan<string> key)
    {
        var text = new StringBuilder().Append(seed);
        foreach (var part in key)
        {
            text.Append('\u001f').Append(part);
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        for (var i = 0; i < 4; i++)
        {
            _state[i] = BinaryPrimitives.ReadUInt64LittleEndian(hash.AsSpan(i * 8));
        }
    }

    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(_state[1] * 5, 7) * 9;
        var shifted = _state[1] << 17;
        _state[2] ^= _state[0];
        _state[3] ^= _state[1];
        _state[1] ^= _state[2];
        _state[0] ^= _state[3];
        _state[2] ^= shifted;
        _state[3] = BitOperations.RotateLeft(_state[3], 45);
        return result;
    }

    // Multiply and shift, with the few biased products refused (Lemire, 2019).
    public int Next(int exclusiveMaximum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(exclusiveMaximum, 1);
        var range = (uint)exclusiveMaximum;
        var refused = (0u - range) % range;
        while (true)
        {
            var product = (NextBits() >> 32) * range;
            if ((uint)product >= refused)
            {
                return (int)(product >> 32);
            }
        }
    }

    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));
}
