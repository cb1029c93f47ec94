using System.Collections.Immutable;

namespace CodeAlchemy.Text.Tokens.Patterns;

/// <summary>Reads classes and escapes.</summary>
internal static class ClassParser
{
    /// <summary>A class, after its '['.</summary>
    public static CharacterSet Class(PatternReader text, bool ignoreCase)
    {
        var inverted = text.Take('^');
        var ranges = ImmutableArray.CreateBuilder<(int, int)>();
        var categories = 0;
        while (!text.Take(']'))
        {
            if (text.Sees('[') || text.Take("&&"))
            {
                throw text.Problem("has a class within a class");
            }

            var (parts, kinds) = Item(text);
            if (parts is [var (first, last)] && first == last && text.Take('-'))
            {
                parts = [Range(first, text)];
            }

            if (ignoreCase && (kinds != 0 || parts.Any(part => part.First != part.Last)))
            {
                throw text.Problem("has a range or a category in (?i:…)");
            }

            ranges.AddRange(ignoreCase ? CaseFolding.Folded(parts[0].First, text) : parts);
            categories |= kinds;
        }

        return ranges.Count == 0 && categories == 0
            ? throw text.Problem("has an empty class")
            : new CharacterSet(ranges.ToImmutable(), categories, inverted);
    }

    /// <summary>What an escape outside a class matches, after its '\'.</summary>
    public static CharacterSet Escape(PatternReader text, bool ignoreCase)
    {
        var (ranges, categories) = Escaped(text);
        return ignoreCase && ranges is [var (first, last)] && first == last
            ? new CharacterSet(CaseFolding.Folded(first, text))
            : new CharacterSet(ranges, categories);
    }

    private static (ImmutableArray<(int First, int Last)> Ranges, int Categories) Item(PatternReader text)
    {
        if (text.Take('\\'))
        {
            return Escaped(text);
        }

        var rune = text.Rune();
        return ([(rune, rune)], 0);
    }

    private static (int First, int Last) Range(int first, PatternReader text)
    {
        if (text.Sees(']') || text.Sees('['))
        {
            throw text.Problem("has a '-' whose meaning is open; write '\\-'");
        }

        var (parts, kinds) = Item(text);
        return kinds == 0 && parts is [var (last, same)] && last == same && first <= last
            ? (first, last)
            : throw text.Problem("has a range that is none");
    }

    private static (ImmutableArray<(int First, int Last)> Ranges, int Categories) Escaped(PatternReader text)
    {
        var kind = text.Rune();
        return kind switch
        {
            's' => (CharacterSet.WhiteSpace, 0),
            'S' => (CharacterSet.Others(CharacterSet.WhiteSpace), 0),
            'd' => ([], Categories.Digits),
            'D' => ([], Categories.All & ~Categories.Digits),
            'p' => ([], Category(text)),
            'P' => ([], Categories.All & ~Category(text)),
            'r' => Character('\r'),
            'n' => Character('\n'),
            't' => Character('\t'),
            'f' => Character('\f'),
            'x' => Character(text.Take('{') ? Braced(text) : text.Hexadecimal(2)),
            'u' => Character(text.Hexadecimal(4)),
            < 128 when char.IsAsciiLetterOrDigit((char)kind) => throw text.Problem($"has the escape \\{(char)kind}"),
            _ => Character(kind),
        };
    }

    private static int Braced(PatternReader text)
    {
        var code = text.Hexadecimal(6);
        return text.Take('}') ? code : throw text.Problem("lacks a '}'");
    }

    private static (ImmutableArray<(int First, int Last)> Ranges, int Categories) Character(int rune) => ([(rune, rune)], 0);

    private static int Category(PatternReader text)
    {
        if (!text.Take('{'))
        {
            throw text.Problem("has a category without braces");
        }

        var inverted = text.Take('^');
        var name = text.Until('}');
        // Which characters have no meaning yet changes with every version of Unicode.
        var bits = name is "C" or "Cn" or "Cs" ? 0 : Categories.Find(name);
        return bits == 0 ? throw text.Problem($"has the category '{name}'") : inverted ? Categories.All & ~bits : bits;
    }
}
