using System.Globalization;

namespace CodeAlchemy.Prompts.Builtins;

/// <summary>
/// Tells where Scriban's answers depend on the culture of the machine (starts_with, ends_with, index_of, sort). There is an
/// answer here only where every culture gives the same one.
/// </summary>
internal static class CultureGuard
{
    /// <summary>Whether a text is compared the same by code units and by linguistic rules.</summary>
    public static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is (>= ' ' and <= '~') or '\n' or '\t')
            {
                continue;
            }

            if (char.GetUnicodeCategory(c) is not (UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.MathSymbol
                or UnicodeCategory.CurrencySymbol or UnicodeCategory.OtherSymbol or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The order of two texts, or <see langword="null"/> where cultures differ.</summary>
    public static int? Compare(string left, string right)
    {
        if (left == right)
        {
            return 0;
        }

        if (!IsPlain(left) || !IsPlain(right))
        {
            return null;
        }

        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
        {
            return left.Length - right.Length;
        }

        // Letters go before case in every culture, by code units case goes first.
        var (a, b) = (left[common], right[common]);
        if (!char.IsAsciiLetterOrDigit(a) || !char.IsAsciiLetterOrDigit(b))
        {
            return null;
        }

        var byLetter = char.ToLowerInvariant(a) - char.ToLowerInvariant(b);
        return Math.Sign(byLetter) == Math.Sign(a - b) ? byLetter : null;
    }
}
