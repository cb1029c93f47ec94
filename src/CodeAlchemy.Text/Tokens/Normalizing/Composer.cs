using System.Runtime.InteropServices;
using System.Text;

namespace CodeAlchemy.Text.Tokens.Normalizing;

/// <summary>
/// Normalization form C. .NET returns text unchanged where it runs without the libraries of ICU, as this tool does, which would make a
/// tokenizer count wrongly without a word; so the form is made here.
/// </summary>
internal static class Composer
{
    private const int HangulFirst = 0xAC00;
    private const int HangulCount = 11172;
    private const int LeadFirst = 0x1100;
    private const int LeadCount = 19;
    private const int VowelFirst = 0x1161;
    private const int VowelCount = 21;
    private const int TailFirst = 0x11A7;
    private const int TailCount = 28;

    /// <summary>The text in form C; the same object where nothing in it can change.</summary>
    /// <param name="text">A text without lone surrogates.</param>
    public static string Compose(string text)
    {
        // No character below U+0300 changes or combines with one before it.
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u02FF'))
        {
            return text;
        }

        var runes = Decompose(text);
        Sort(runes);
        return Join(runes);
    }

    private static List<int> Decompose(string text)
    {
        var runes = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var syllable = rune.Value - HangulFirst;
            if (syllable is >= 0 and < HangulCount)
            {
                runes.Add(LeadFirst + (syllable / (VowelCount * TailCount)));
                runes.Add(VowelFirst + (syllable % (VowelCount * TailCount) / TailCount));
                if (syllable % TailCount != 0)
                {
                    runes.Add(TailFirst + (syllable % TailCount));
                }
            }
            else if (CanonicalData.Decompositions.TryGetValue(rune.Value, out var parts))
            {
                runes.AddRange(parts);
            }
            else
            {
                runes.Add(rune.Value);
            }
        }

        return runes;
    }

    /// <summary>Sorts every row of combining characters by their classes; equal ones keep their order.</summary>
    private static void Sort(List<int> runes)
    {
        for (var start = 0; start < runes.Count; start++)
        {
            var end = start;
            while (end < runes.Count && Class(runes[end]) != 0)
            {
                end++;
            }

            if (end - start > 1)
            {
                var sorted = runes.GetRange(start, end - start).OrderBy(Class).ToArray();
                sorted.CopyTo(CollectionsMarshal.AsSpan(runes)[start..]);
            }

            start = end;
        }
    }

    private static string Join(List<int> runes)
    {
        var kept = new List<int>(runes.Count);
        var starter = -1;
        // Class of the last character kept after the starter; -1 where there is none.
        var before = -1;
        foreach (var rune in runes)
        {
            var @class = Class(rune);
            if (starter >= 0 && before < @class && Pair(kept[starter], rune) is var joined and > 0)
            {
                kept[starter] = joined;
                continue;
            }

            before = @class;
            if (@class == 0)
            {
                (starter, before) = (kept.Count, -1);
            }

            kept.Add(rune);
        }

        var text = new StringBuilder(kept.Count);
        kept.ForEach(rune => text.Append(new Rune(rune).ToString()));
        return text.ToString();
    }

    /// <summary>What two characters compose to; 0 for nothing.</summary>
    private static int Pair(int first, int second)
    {
        var (lead, vowel, syllable, tail) = (first - LeadFirst, second - VowelFirst, first - HangulFirst, second - TailFirst);
        if (lead is >= 0 and < LeadCount && vowel is >= 0 and < VowelCount)
        {
            return HangulFirst + (((lead * VowelCount) + vowel) * TailCount);
        }

        return syllable is >= 0 and < HangulCount && syllable % TailCount == 0 && tail is > 0 and < TailCount
            ? first + tail
            : CanonicalData.Compositions.GetValueOrDefault((first, second));
    }

    private static int Class(int rune) => CanonicalData.Classes.GetValueOrDefault(rune);
}
