using CodeAlchemy.Text.Tokens.Splitting;

namespace CodeAlchemy.Text.Tokens;

/// <summary>Takes pieces, makes them tokens and counts or keeps those. For one text.</summary>
internal sealed class TokenCollector(BytePairs pairs, List<int>? kept) : PieceReceiver
{
    /// <summary>Number of tokens so far.</summary>
    public int Count { get; private set; }

    /// <summary>Takes a token.</summary>
    public void Add(int token)
    {
        Count = checked(Count + 1);
        kept?.Add(token);
    }

    protected override void TakePiece(ReadOnlySpan<char> piece)
    {
        var tokens = pairs.Encode(piece);
        Count = checked(Count + tokens.Length);
        kept?.AddRange(tokens);
    }
}
