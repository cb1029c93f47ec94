using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Manifests.Yaml;

/// <summary>The characters that may stand in a YAML stream (YAML 1.2.2, section 5.1).</summary>
internal static class Characters
{
    /// <exception cref="YamlRefusedException">A character may not stand in the text.</exception>
    public static void Check(string text, string file)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else if (!IsPrintable(text[i]))
            {
                throw new YamlRefusedException(DiagnosticCodes.Syntax, $"The character U+{(int)text[i]:X4} may not stand in YAML.", Place(text, i, file));
            }
        }
    }

    private static bool IsPrintable(char c) =>
        c is '\t' or '\n' or '\r' or '\u0085' or (>= ' ' and < '\u007F') or (>= '\u00A0' and < '\uD800') or (>= '\uE000' and < '\uFFFE');

    private static TextLocation Place(string text, int index, string file)
    {
        var before = text.AsSpan(0, index);
        return new TextLocation(file, before.Count('\n') + 1, index - before.LastIndexOf('\n'), 1);
    }
}
