namespace CodeAlchemy.Prompts.Parsing;

/// <summary>
/// White-space control: <c>-</c> removes all white space on its side; <c>~</c> removes it up to the line end, which goes
/// too on the right side and stays on the left.
/// </summary>
internal static class WhiteSpace
{
    /// <summary>Trims a text between two code blocks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="left">Control of the block before it, or NUL.</param>
    /// <param name="right">Control of the block after it, or NUL.</param>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text, char left, char right)
    {
        text = left switch { '-' => text.TrimStart(), '~' => TrimToNextLine(text), _ => text };
        return right switch { '-' => text.TrimEnd(), '~' => text.TrimEnd(" \t"), _ => text };
    }

    private static ReadOnlySpan<char> TrimToNextLine(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" \t");
        return text.StartsWith("\r\n") ? text[2..] : text.StartsWith("\n") ? text[1..] : text;
    }
}
