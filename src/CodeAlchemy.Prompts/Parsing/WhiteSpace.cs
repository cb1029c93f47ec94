namespace CodeAlchemy.Prompts.Parsing;

/// <summary>
/// White-space control: <c>-</c> removes all white space on its side; <c>~</c> removes it up to the line end, which goes
/// too on the right side and stays on the left.
/// </summary>
internal static class WhiteSpace
{
    /// <summary>The range of a text between two code blocks that is left after both controls.</summary>
    /// <param name="text">The text.</param>
    /// <param name="left">Control of the block before it, or NUL.</param>
    /// <param name="right">Control of the block after it, or NUL.</param>
    public static Range Trim(ReadOnlySpan<char> text, char left, char right)
    {
        var start = left switch { '-' => Skip(text, stopBehindLine: false), '~' => Skip(text, stopBehindLine: true), _ => 0 };
        var rest = text[start..];
        var end = right switch { '-' => rest.TrimEnd().Length, '~' => TrimEndOfLine(rest), _ => rest.Length };
        return start..(start + end);
    }

    private static int Skip(ReadOnlySpan<char> text, bool stopBehindLine)
    {
        var position = 0;
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            if (text[position++] == '\n' && stopBehindLine)
            {
                break;
            }
        }

        return position;
    }

    // A lone carriage return ends a line too; one before a line feed belongs to the white space that goes.
    private static int TrimEndOfLine(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]) && text[end - 1] != '\n')
        {
            if (text[end - 1] == '\r')
            {
                break;
            }

            end--;
        }

        return end;
    }
}
