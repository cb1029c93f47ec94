namespace CodeAlchemy.Text.Tokens.Splitting;

/// <summary>A step with its state and what comes after it, for one text.</summary>
internal sealed class SplitterStage(Splitter splitter, PieceReceiver next) : PieceReceiver
{
    private readonly object? _state = splitter.NewState();

    protected override void TakePiece(ReadOnlySpan<char> piece) => splitter.Split(piece, _state, next);
}
