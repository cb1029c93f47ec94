using System.Globalization;
using System.Text;

namespace CodeAlchemy.Text.Tokens.Splitting;

/// <summary>Cuts around numerals of every script: each on its own, or those in a row together.</summary>
internal sealed class DigitSplitter(bool each) : Splitter
{
    public override void Split(ReadOnlySpan<char> text, object? state, PieceReceiver next)
    {
        var start = 0;
        var inDigits = false;
        for (var position = 0; position < text.Length;)
        {
            Rune.DecodeFromUtf16(text[position..], out var rune, out var length);
            var isDigit = IsNumeral(rune);
            if (position > start && (isDigit != inDigits || (isDigit && each)))
            {
                next.Take(text[start..position]);
                start = position;
            }

            inDigits = isDigit;
            position += length;
        }

        next.Take(text[start..]);
    }

    // As Rust's char::is_numeric.
    private static bool IsNumeral(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
