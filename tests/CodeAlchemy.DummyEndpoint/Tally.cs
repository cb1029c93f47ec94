using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace CodeAlchemy.DummyEndpoint;

/// <summary>Counts requests, by the hash of their bodies. Thread-safe.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<UInt128, (int Seen, bool Answered)> _bodies = new();
    private int _requests;
    private int _answered;
    private int _again;
    private int _throttled;
    private int _resets;
    private int _atOnce;
    private int _most;

    public Counts Counts => new(_requests, _bodies.Count, _answered, _again, _throttled, _resets, _most, _atOnce);

    public int AtOnce => _atOnce;

    public static UInt128 Hash(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    /// <summary>A request came; tells how often its body has been seen, this time included.</summary>
    public int Came(UInt128 body)
    {
        Interlocked.Increment(ref _requests);
        var now = Interlocked.Increment(ref _atOnce);
        for (var most = _most; now > most; most = _most)
        {
            Interlocked.CompareExchange(ref _most, now, most);
        }

        var state = _bodies.AddOrUpdate(body, (1, false), (_, old) => (old.Seen + 1, old.Answered));
        if (state.Answered)
        {
            Interlocked.Increment(ref _again);
        }

        return state.Seen;
    }

    public void Left() => Interlocked.Decrement(ref _atOnce);

    public void Answered(UInt128 body)
    {
        Interlocked.Increment(ref _answered);
        _bodies.AddOrUpdate(body, (1, true), (_, old) => (old.Seen, true));
    }

    public void Throttled() => Interlocked.Increment(ref _throttled);

    public void WasReset() => Interlocked.Increment(ref _resets);
}
