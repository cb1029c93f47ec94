using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace CodeAlchemy.Text.Tokens;

/// <summary>Remembers the tokens of short pieces. Bounded: when it is full it begins anew. Thread-safe.</summary>
internal sealed class PieceCache
{
    /// <summary>Longest piece that is remembered, in UTF-16 code units.</summary>
    public const int LongestPiece = 64;

    private const int MostPieces = 1 << 16;
    private volatile Generation _current = new();

    public bool TryGet(ReadOnlySpan<char> piece, [NotNullWhen(true)] out int[]? tokens) => _current.Lookup.TryGetValue(piece, out tokens);

    public void Add(ReadOnlySpan<char> piece, int[] tokens)
    {
        var current = _current;
        if (current.Lookup.TryAdd(piece, tokens) && Interlocked.Increment(ref current.Count) == MostPieces)
        {
            _current = new Generation();
        }
    }

    private sealed class Generation
    {
        public int Count;

        public Generation() => Lookup = new ConcurrentDictionary<string, int[]>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        public ConcurrentDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Lookup { get; }
    }
}
