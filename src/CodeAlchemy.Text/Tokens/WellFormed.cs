namespace CodeAlchemy.Text.Tokens;

/// <summary>Text without lone surrogates.</summary>
internal static class WellFormed
{
    /// <summary>The text, each lone surrogate replaced by U+FFFD, as UTF-8 encoders do; the same object where there is none.</summary>
    public static string Of(string text)
    {
        var first = FindLone(text, 0);
        if (first < 0)
        {
            return text;
        }

        return string.Create(text.Length, text, (characters, source) =>
        {
            source.CopyTo(characters);
            for (var lone = FindLone(source, 0); lone >= 0; lone = FindLone(source, lone + 1))
            {
                characters[lone] = '\uFFFD';
            }
        });
    }

    private static int FindLone(string text, int from)
    {
        for (var i = from; i < text.Length;)
        {
            var next = text.AsSpan(i).IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0)
            {
                return -1;
            }

            i += next;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return i;
            }

            i += 2;
        }

        return -1;
    }
}
