using System.Globalization;

namespace CodeAlchemy.Grounded.Phrasing;

/// <summary>Numbers as English puts them.</summary>
public static class Ordinals
{
    private static readonly string[] Words =
        ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>The ordinal of a number, in words up to ten: <c>third</c>, <c>21st</c>.</summary>
    public static string Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        if (number < Words.Length)
        {
            return Words[number];
        }

        var suffix = (number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return number.ToString(CultureInfo.InvariantCulture) + suffix;
    }
}
