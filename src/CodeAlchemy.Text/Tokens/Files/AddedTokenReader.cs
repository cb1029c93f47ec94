namespace CodeAlchemy.Text.Tokens.Files;

/// <summary>Reads the added tokens of a file.</summary>
internal static class AddedTokenReader
{
    /// <summary>One added token, and whether it is found in the normalized text.</summary>
    /// <param name="part">Where it stands.</param>
    /// <param name="vocabulary">The model's tokens; one with the same text keeps its id.</param>
    public static (AddedToken Token, bool IsNormalized) Read(JsonPart part, Dictionary<string, int> vocabulary)
    {
        if (part["single_word"].Flag(false))
        {
            throw part["single_word"].Unsupported("is true", "false");
        }

        var text = part["content"].Text();
        var id = vocabulary.GetValueOrDefault(text, part["id"].Id());
        return text.Length == 0
            ? throw part["content"].Unsupported("is empty", "a text")
            : (new AddedToken(id, text, part["lstrip"].Flag(false), part["rstrip"].Flag(false)), part["normalized"].Flag(true));
    }

    /// <summary>Refuses tokens that could want the same white space, since which one gets it is no rule of the format.</summary>
    public static void RequireClearBounds(JsonPart part, IReadOnlyList<AddedToken> tokens)
    {
        if (tokens.Any(token => token.StripsRight) && tokens.FirstOrDefault(token => char.IsWhiteSpace(token.Text[0])) is { } blank)
        {
            throw part.Unsupported($"has one with 'rstrip' beside '{blank.Text}', which begins with white space", "one or the other");
        }
    }
}
