using CodeAlchemy.Text.Tokens.Splitting;

namespace CodeAlchemy.Text.Tokens.Normalizing;

/// <summary>Brings text into form C.</summary>
internal sealed class ComposingStage(PieceReceiver next) : PieceReceiver
{
    protected override void TakePiece(ReadOnlySpan<char> piece) => next.Take(Composer.Compose(piece.ToString()));
}
