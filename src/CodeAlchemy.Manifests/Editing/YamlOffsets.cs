namespace CodeAlchemy.Manifests.Editing;

/// <summary>Lines as the YAML reader counts them (YAML 1.1: also NEL, LS and PS end one).</summary>
internal static class YamlOffsets
{
    private const string Breaks = "\n\r\u0085\u2028\u2029";

    /// <summary>The offset of a line and column, both from 1; a byte order mark before the text counts nothing.</summary>
    public static int Of(string text, int line, int column)
    {
        var start = text.Length - text.AsSpan().TrimStart('\uFEFF').Length;
        for (var i = 1; i < line; i++)
        {
            var length = text.AsSpan(start).IndexOfAny(Breaks);
            if (length < 0)
            {
                return text.Length;
            }

            var at = start + length;
            start = at + (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1);
        }

        return Math.Clamp(start + Math.Max(0, column - 1), 0, text.Length);
    }
}
