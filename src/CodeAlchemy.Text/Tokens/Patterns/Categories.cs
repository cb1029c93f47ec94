using System.Globalization;

namespace CodeAlchemy.Text.Tokens.Patterns;

/// <summary>General categories by their short names, as bits of a number.</summary>
internal static class Categories
{
    // In the order of UnicodeCategory.
    private static readonly string[] Names =
    [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co",
        "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Cn",
    ];

    /// <summary>All categories.</summary>
    public const int All = (1 << 30) - 1;

    /// <summary>Decimal digits.</summary>
    public const int Digits = 1 << (int)UnicodeCategory.DecimalDigitNumber;

    /// <summary>Bits of a category (<c>Lu</c>) or of a group of them (<c>L</c>); 0 if there is none of this name.</summary>
    public static int Find(string name)
    {
        var bits = 0;
        for (var i = 0; i < Names.Length; i++)
        {
            bits |= Names[i] == name || (name.Length == 1 && Names[i][0] == name[0]) ? 1 << i : 0;
        }

        return bits;
    }
}
