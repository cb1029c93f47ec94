using System.Collections.Immutable;

namespace CodeAlchemy.Text.Tokens.Patterns;

/// <summary>
/// What <c>(?i:…)</c> means over ASCII. Oniguruma folds as Unicode does: the long s (U+017F) is an s and the Kelvin sign (U+212A)
/// is a k, and .NET has the second only.
/// </summary>
internal static class CaseFolding
{
    // Each is one character in some script's ligature (ß, ﬀ, ﬁ, ﬂ, ﬆ), which folds to both.
    private static readonly string[] Ligatures = ["ss", "ff", "fi", "fl", "st"];

    /// <summary>A character, or all that fold to the same one.</summary>
    public static CharacterSet Single(int rune, bool ignoreCase, PatternReader text) =>
        new(ignoreCase ? Folded(rune, text) : [(rune, rune)]);

    /// <summary>All characters that fold to the same one.</summary>
    public static ImmutableArray<(int First, int Last)> Folded(int rune, PatternReader text)
    {
        if (rune >= 128)
        {
            throw text.Problem("has a character outside ASCII in (?i:…)");
        }

        if (!char.IsAsciiLetter((char)rune))
        {
            return [(rune, rune)];
        }

        var (lower, upper) = (rune | 0x20, rune & ~0x20);
        ImmutableArray<(int, int)> both = [(lower, lower), (upper, upper)];
        return lower switch
        {
            's' => [.. both, (0x17F, 0x17F)],
            'k' => [.. both, (0x212A, 0x212A)],
            _ => both,
        };
    }

    /// <summary>Refuses two letters that a ligature folds to.</summary>
    public static void RefuseLigature(bool ignoreCase, char first, char second, PatternReader text)
    {
        if (ignoreCase && Ligatures.Contains($"{char.ToLowerInvariant(first)}{char.ToLowerInvariant(second)}"))
        {
            throw text.Problem("has two letters in (?i:…) that a ligature folds to");
        }
    }
}
