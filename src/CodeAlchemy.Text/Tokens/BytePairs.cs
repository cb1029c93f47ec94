using System.Text;

namespace CodeAlchemy.Text.Tokens;

/// <summary>A vocabulary of byte sequences and the merges that lead to them. Thread-safe; immutable but for its cache.</summary>
internal sealed class BytePairs
{
    private readonly Dictionary<string, int> _vocabulary;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<ulong, Merge> _merges;
    private readonly int[] _bytes;
    private readonly bool _ignoreMerges;
    private readonly PieceCache _cache = new();

    /// <summary>Makes it.</summary>
    /// <param name="vocabulary">Token, in the characters of <see cref="ByteAlphabet"/>, → id; has every byte that occurs in UTF-8.</param>
    /// <param name="merges">Merges by <see cref="Key"/>.</param>
    /// <param name="ignoreMerges">Whether a piece that is a token is taken whole, whatever the merges say.</param>
    public BytePairs(Dictionary<string, int> vocabulary, Dictionary<ulong, Merge> merges, bool ignoreMerges)
    {
        (_vocabulary, _merges, _ignoreMerges) = (vocabulary, merges, ignoreMerges);
        _lookup = _vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        _bytes = [.. Enumerable.Range(0, 256).Select(value => _vocabulary.GetValueOrDefault(ByteAlphabet.Of((byte)value).ToString(), -1))];
    }

    /// <summary>The key of two tokens side by side.</summary>
    public static ulong Key(int left, int right) => ((ulong)(uint)left << 32) | (uint)right;

    /// <summary>The tokens of a piece without lone surrogates. The array is shared: nobody may write to it.</summary>
    public int[] Encode(ReadOnlySpan<char> piece)
    {
        if (piece.Length > PieceCache.LongestPiece)
        {
            return Find(piece);
        }

        if (!_cache.TryGet(piece, out var tokens))
        {
            tokens = Find(piece);
            _cache.Add(piece, tokens);
        }

        return tokens;
    }

    private int[] Find(ReadOnlySpan<char> piece)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(piece)];
        Encoding.UTF8.GetBytes(piece, bytes);
        if (_ignoreMerges && _lookup.TryGetValue(string.Create(bytes.Length, bytes, Spell), out var whole))
        {
            return [whole];
        }

        var ids = Array.ConvertAll(bytes, value => _bytes[value]);
        var count = ids.Length <= ShortMerger.Longest ? ShortMerger.Merge(ids, _merges) : LongMerger.Merge(ids, _merges);
        return count == ids.Length ? ids : ids[..count];
    }

    private static void Spell(Span<char> characters, byte[] bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            characters[i] = ByteAlphabet.Of(bytes[i]);
        }
    }
}
