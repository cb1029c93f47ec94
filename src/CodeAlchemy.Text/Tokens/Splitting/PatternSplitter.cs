using CodeAlchemy.Text.Tokens.Patterns;

namespace CodeAlchemy.Text.Tokens.Splitting;

/// <summary>Cuts around the matches of a pattern; every match is a piece, and so is what lies between two.</summary>
internal sealed class PatternSplitter(Pattern pattern, Kept kept = Kept.Matches | Kept.Others) : Splitter
{
    public override object? NewState() => new PatternMatcher(pattern);

    public override void Split(ReadOnlySpan<char> text, object? state, PieceReceiver next)
    {
        var matcher = (PatternMatcher)state!;
        matcher.Restart(text.Length);
        var (start, position) = (0, 0);
        while (position < text.Length)
        {
            var length = matcher.Match(text, position);
            if (length == 0)
            {
                position += char.IsHighSurrogate(text[position]) ? 2 : 1;
                continue;
            }

            Keep(text[start..position], Kept.Others, next);
            Keep(text.Slice(position, length), Kept.Matches, next);
            position += length;
            start = position;
        }

        Keep(text[start..], Kept.Others, next);
    }

    private void Keep(ReadOnlySpan<char> piece, Kept kind, PieceReceiver next)
    {
        if ((kept & kind) != 0)
        {
            next.Take(piece);
        }
    }
}
