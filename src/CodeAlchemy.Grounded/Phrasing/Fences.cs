using System.Globalization;
using System.Text;

namespace CodeAlchemy.Grounded.Phrasing;

/// <summary>Text blocks for prompts.</summary>
public static class Fences
{
    /// <summary>Puts text between fences longer than any run of backticks in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Info string, possibly empty.</param>
    public static string Wrap(string text, string language = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        var fence = new string('`', Math.Max(3, LongestRun(text) + 1));
        return $"{fence}{language}\n{text}{(text.EndsWith('\n') || text.Length == 0 ? "" : "\n")}{fence}";
    }

    /// <summary>Puts one line of text between backticks, more of them than any run in it.</summary>
    public static string Span(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var run = LongestRun(text);
        var ticks = new string('`', run + 1);
        return run == 0 ? $"`{text}`" : $"{ticks} {text} {ticks}";
    }

    /// <summary>Puts the line number before every line.</summary>
    public static string Number(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.TrimEnd('\n').Split('\n');
        var width = lines.Length.ToString(CultureInfo.InvariantCulture).Length;
        var numbered = new StringBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture).PadLeft(width);
            numbered.Append(number).Append(lines[i].Length == 0 ? "" : "  ").Append(lines[i]).Append('\n');
        }

        return numbered.ToString();
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
