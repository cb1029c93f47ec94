using System.Buffers;

namespace CodeAlchemy.Text.Tokens;

/// <summary>Finds added tokens: the leftmost one, and the longest of those that begin there. Immutable.</summary>
internal sealed class AddedTokens
{
    private readonly SearchValues<string> _texts;
    private readonly Dictionary<char, AddedToken[]> _byFirst;

    public AddedTokens(IEnumerable<AddedToken> tokens)
    {
        // HF keeps the last of several with one text.
        var distinct = tokens.GroupBy(token => token.Text).Select(group => group.Last()).ToArray();
        _texts = SearchValues.Create([.. distinct.Select(token => token.Text)], StringComparison.Ordinal);
        _byFirst = distinct.GroupBy(token => token.Text[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(token => token.Text.Length).ToArray());
    }

    /// <summary>Finds the first token at or after a place.</summary>
    /// <returns>The token, where it begins and where it ends, with the white space that it takes; <see langword="null"/> for none.</returns>
    public (AddedToken Token, int Start, int End)? Find(ReadOnlySpan<char> text, int from)
    {
        var found = _byFirst.Count == 0 ? -1 : text[from..].IndexOfAny(_texts);
        if (found < 0)
        {
            return null;
        }

        var start = from + found;
        var rest = text[start..];
        foreach (var token in _byFirst[rest[0]])
        {
            if (rest.StartsWith(token.Text, StringComparison.Ordinal))
            {
                return (token, StripLeft(token, text, from, start), StripRight(token, text, start + token.Text.Length));
            }
        }

        throw new InvalidOperationException("the search found a token that isn't there");
    }

    private static int StripLeft(AddedToken token, ReadOnlySpan<char> text, int from, int start) =>
        token.StripsLeft ? from + text[from..start].TrimEnd().Length : start;

    private static int StripRight(AddedToken token, ReadOnlySpan<char> text, int end) =>
        token.StripsRight ? text.Length - text[end..].TrimStart().Length : end;
}
