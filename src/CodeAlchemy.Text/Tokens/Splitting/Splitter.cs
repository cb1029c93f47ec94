namespace CodeAlchemy.Text.Tokens.Splitting;

/// <summary>A step that cuts text into pieces, none of which a token crosses. Immutable and thread-safe; a text has a state of its own.</summary>
internal abstract class Splitter
{
    /// <summary>What the step needs while one text is encoded; <see langword="null"/> for nothing.</summary>
    public virtual object? NewState() => null;

    /// <summary>Hands the pieces of a text that isn't empty to the next step, in order.</summary>
    public abstract void Split(ReadOnlySpan<char> text, object? state, PieceReceiver next);
}
