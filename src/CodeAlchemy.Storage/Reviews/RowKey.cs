using System.Globalization;

namespace CodeAlchemy.Storage.Reviews;

/// <summary>One row as it was when somebody decided about it.</summary>
/// <param name="Strategy">Id of the strategy.</param>
/// <param name="Row">Id of the row, 128 bits.</param>
/// <param name="Digest">Digest of what the row says (<see cref="RowHead.Of"/>), 128 bits.</param>
public readonly record struct RowKey(string Strategy, UInt128 Row, UInt128 Digest)
{
    /// <summary>The text of 128 bits: 32 lower-case hexadecimal digits.</summary>
    public static string Hex(UInt128 value) => value.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>Reads 32 lower-case hexadecimal digits.</summary>
    /// <returns>Whether the text is such.</returns>
    public static bool TryHex(string? text, out UInt128 value)
    {
        value = default;
        return text is { Length: 32 } && text.All(char.IsAsciiHexDigitLower)
            && UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
