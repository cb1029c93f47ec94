namespace CodeAlchemy.Text.Tokens.Splitting;

/// <summary>Puts a space before every piece that doesn't begin with one.</summary>
internal sealed class SpacePrefixer : Splitter
{
    public override void Split(ReadOnlySpan<char> text, object? state, PieceReceiver next) =>
        next.Take(text[0] == ' ' ? text : string.Concat(" ", text));
}
