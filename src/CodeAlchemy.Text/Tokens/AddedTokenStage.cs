using CodeAlchemy.Text.Tokens.Splitting;

namespace CodeAlchemy.Text.Tokens;

/// <summary>Takes added tokens out of a text and hands on what lies between them.</summary>
internal sealed class AddedTokenStage(AddedTokens tokens, TokenCollector found, PieceReceiver next) : PieceReceiver
{
    protected override void TakePiece(ReadOnlySpan<char> piece)
    {
        var from = 0;
        while (tokens.Find(piece, from) is var (token, start, end))
        {
            next.Take(piece[from..start]);
            found.Add(token.Id);
            from = end;
        }

        next.Take(piece[from..]);
    }
}
