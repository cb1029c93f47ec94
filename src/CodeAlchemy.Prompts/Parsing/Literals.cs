using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Values of number tokens: the smallest of int, long and unlimited integer that holds them; double, float or decimal by suffix.</summary>
[SuppressMessage("Performance", "CA1859", Justification = "Which kind of number is boxed is what these methods decide.")]
internal static class Literals
{
    /// <summary>The value, or <see langword="null"/> when it is not a number that can be held.</summary>
    public static object? Number(Token token) => token.Kind switch
    {
        TokenKind.Integer => Integer(token.Text.Replace("_", string.Empty, StringComparison.Ordinal)),
        TokenKind.Hexadecimal => Bits(token.Text, digit => Convert.ToInt32(digit.ToString(), 16), 4),
        TokenKind.Binary => Bits(token.Text, digit => digit - '0', 1),
        _ => Float(token.Text),
    };

    private static object? Integer(string text)
    {
        const NumberStyles styles = NumberStyles.Integer | NumberStyles.AllowExponent;
        if (long.TryParse(text, styles, CultureInfo.InvariantCulture, out var value))
        {
            return value is >= int.MinValue and <= int.MaxValue ? (object)(int)value : value;
        }

        // An exponent can make a short text a number of any length.
        var exponent = text.IndexOfAny(['e', 'E']);
        var bounded = text.Length < 400 && (exponent < 0 || (int.TryParse(text.AsSpan(exponent + 1), styles, CultureInfo.InvariantCulture, out var power) && power < 400));
        return bounded && BigInteger.TryParse(text, styles, CultureInfo.InvariantCulture, out var big) ? big : null;
    }

    // The highest bit of 32 or 64 is the sign, unless the number ends with `u`.
    private static object? Bits(string text, Func<char, int> digit, int width)
    {
        var isUnsigned = text[^1] is 'u' or 'U';
        var digits = text[2..(isUnsigned ? ^1 : ^0)].Replace("_", string.Empty, StringComparison.Ordinal);
        if (digits.Length > 256)
        {
            return null;
        }

        var value = digits.Aggregate(BigInteger.Zero, (sum, c) => (sum << width) | digit(c));
        if (value > ulong.MaxValue)
        {
            return width == 4 ? null : value;
        }

        if (isUnsigned)
        {
            return value <= uint.MaxValue ? (object)(long)value : value;
        }

        return value <= uint.MaxValue ? (object)unchecked((int)(uint)value) : unchecked((long)(ulong)value);
    }

    private static object? Float(string text)
    {
        var body = text[^1] is >= '0' and <= '9' or '.' ? text : text[..^1];
        var culture = CultureInfo.InvariantCulture;
        return text[^1] switch
        {
            'f' or 'F' => float.TryParse(body, NumberStyles.Float, culture, out var single) ? (object)single : null,
            'm' or 'M' when decimal.TryParse(body, NumberStyles.Float, culture, out var exact) => (object)exact,
            'm' or 'M' => null,
            _ => double.TryParse(body, NumberStyles.Float, culture, out var value) ? (object)value : null,
        };
    }
}
