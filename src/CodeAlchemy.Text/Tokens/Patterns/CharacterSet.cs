using System.Collections.Immutable;
using System.Globalization;

namespace CodeAlchemy.Text.Tokens.Patterns;

/// <summary>A set of code points: ranges and general categories, as they are or inverted. Immutable.</summary>
internal sealed class CharacterSet
{
    private readonly ImmutableArray<(int First, int Last)> _ranges;
    private readonly int _categories;
    private readonly bool _inverted;
    private readonly bool[] _ascii = new bool[128];

    /// <summary>Makes a set.</summary>
    /// <param name="ranges">Code points in it.</param>
    /// <param name="categories">General categories in it, bit n for the category with number n.</param>
    /// <param name="inverted">Whether the set has everything else instead.</param>
    public CharacterSet(ImmutableArray<(int First, int Last)> ranges, int categories = 0, bool inverted = false)
    {
        (_ranges, _categories, _inverted) = (ranges, categories, inverted);
        for (var character = 0; character < 128; character++)
        {
            _ascii[character] = Find(character);
        }
    }

    /// <summary>What <c>\s</c> means to Oniguruma and to Rust: the characters with the property White_Space.</summary>
    public static ImmutableArray<(int First, int Last)> WhiteSpace { get; } =
        [(0x9, 0xD), (0x20, 0x20), (0x85, 0x85), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000)];

    /// <summary>Every code point outside sorted ranges.</summary>
    public static ImmutableArray<(int First, int Last)> Others(ImmutableArray<(int First, int Last)> ranges)
    {
        var starts = ranges.Select(range => range.Last + 1).Prepend(0);
        var ends = ranges.Select(range => range.First - 1).Append(0x10FFFF);
        return [.. starts.Zip(ends).Where(range => range.First <= range.Second)];
    }

    public bool Contains(int rune) => rune < 128 ? _ascii[rune] : Find(rune);

    // Categories by CharUnicodeInfo and not by a .NET regular expression: that one sees halves of surrogate pairs and takes no letter
    // beyond U+FFFF for a letter.
    private bool Find(int rune) => (InCategories(rune) || InRanges(rune)) != _inverted;

    private bool InCategories(int rune) => _categories != 0 && (_categories >> (int)CharUnicodeInfo.GetUnicodeCategory(rune) & 1) != 0;

    private bool InRanges(int rune)
    {
        foreach (var (first, last) in _ranges)
        {
            if (rune >= first && rune <= last)
            {
                return true;
            }
        }

        return false;
    }
}
