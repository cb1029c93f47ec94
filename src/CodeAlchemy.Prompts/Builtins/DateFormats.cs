using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace CodeAlchemy.Prompts.Builtins;

/// <summary>The letters behind <c>%</c> in patterns for dates (those of <c>strftime</c>), in the invariant culture.</summary>
internal static class DateFormats
{
    /// <summary>The pattern dates are written with when nothing else is said.</summary>
    public const string Default = "%d %b %Y";

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    // What .NET calls them; null where it has no pattern, so that such a letter can be written but not read.
    private static readonly FrozenDictionary<char, string?> Patterns = new Dictionary<char, string?>
    {
        ['a'] = "ddd", ['A'] = "dddd", ['b'] = "MMM", ['B'] = "MMMM", ['c'] = "ddd MMM dd HH:mm:ss yyyy", ['C'] = null, ['d'] = "dd", ['D'] = "MM/dd/yy",
        ['e'] = "%d", ['F'] = "yyyy-MM-dd", ['h'] = "MMM", ['H'] = "HH", ['I'] = "hh", ['j'] = null, ['k'] = "%H", ['l'] = "%h", ['L'] = "fff", ['m'] = "MM",
        ['M'] = "mm", ['n'] = null, ['N'] = "fffffff00", ['p'] = "tt", ['P'] = "tt", ['r'] = "hh:mm:ss tt", ['R'] = "HH:mm", ['s'] = null, ['S'] = "ss",
        ['t'] = null, ['T'] = "HH:mm:ss", ['u'] = null, ['U'] = null, ['v'] = null, ['V'] = null, ['W'] = null, ['w'] = null, ['x'] = "d", ['X'] = "T",
        ['y'] = "yy", ['Y'] = "yyyy", ['Z'] = "zzz", ['%'] = null,
    }.ToFrozenDictionary();

    /// <summary>A date by a pattern.</summary>
    /// <param name="date">The date, in UTC.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="usual">What <c>%g</c> alone stands for.</param>
    public static string Format(DateTime date, string pattern, string usual)
    {
        var result = new StringBuilder();
        pattern = pattern == "%g" ? "%g " + usual : pattern;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
            {
                result.Append(pattern[i]);
            }
            else if (pattern[++i] != 'g')
            {
                result.Append(Part(date, pattern[i]));
            }
        }

        return result.ToString();
    }

    /// <summary>The pattern as .NET writes it.</summary>
    /// <exception cref="ArgumentException">A letter has no such pattern.</exception>
    public static string ToDotNet(string pattern)
    {
        var result = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
            {
                result.Append(pattern[i]);
            }
            else if (pattern[++i] != 'g')
            {
                // Months are read by their short names here, as Scriban does it.
                result.Append(pattern[i] == 'B' ? "MMM"
                    : !Patterns.TryGetValue(pattern[i], out var known) ? $"%{pattern[i]}"
                    : known ?? throw new ArgumentException($"The pattern %{pattern[i]} can't be used here."));
            }
        }

        return result.ToString();
    }

    private static string Part(DateTime date, char letter) => letter switch
    {
        'C' => (date.Year / 100).ToString("D2", Culture),
        'e' or 'k' or 'l' => date.ToString(Patterns[letter], Culture).PadLeft(2),
        'j' => date.DayOfYear.ToString("D3", Culture),
        'n' => "\n",
        't' => "\t",
        '%' => "%",
        'P' => date.ToString("tt", Culture).ToLowerInvariant(),
        's' => ((date.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond).ToString(Culture),
        'u' => (date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek).ToString(Culture),
        'w' => ((int)date.DayOfWeek).ToString(Culture),
        'U' => Week(date, CalendarWeekRule.FirstDay, DayOfWeek.Sunday),
        'V' => Week(date, CalendarWeekRule.FirstFourDayWeek, DayOfWeek.Monday),
        'W' => Week(date, CalendarWeekRule.FirstDay, DayOfWeek.Monday),
        'v' => string.Create(Culture, $"{date.Day,2}-{date.ToString("MMM", Culture).ToUpperInvariant()}-{date.Year:D4}"),
        'Z' => "+00:00",
        _ => Patterns.TryGetValue(letter, out var pattern) ? date.ToString(pattern, Culture) : $"%{letter}",
    };

    private static string Week(DateTime date, CalendarWeekRule rule, DayOfWeek first) =>
        Culture.Calendar.GetWeekOfYear(date, rule, first).ToString("D2", Culture);
}
