namespace CodeAlchemy.Text.Tokens.Splitting;

/// <summary>Takes the pieces of a text.</summary>
internal abstract class PieceReceiver
{
    /// <summary>Takes a piece; an empty one is left out.</summary>
    public void Take(ReadOnlySpan<char> piece)
    {
        if (!piece.IsEmpty)
        {
            TakePiece(piece);
        }
    }

    /// <summary>Takes a piece that isn't empty.</summary>
    protected abstract void TakePiece(ReadOnlySpan<char> piece);
}
