using System.Text;

namespace CodeAlchemy.Text.Tokens;

/// <summary>
/// The characters that stand for bytes in the file of a byte-level vocabulary: printable ones of Latin-1 for themselves, the others from
/// U+0100 on in order, so that the space is 'Ġ' and the line feed 'Ċ'.
/// </summary>
internal static class ByteAlphabet
{
    private static readonly char[] Characters = MakeCharacters();
    private static readonly Dictionary<char, byte> Bytes = Characters.Index().ToDictionary(pair => pair.Item, pair => (byte)pair.Index);

    /// <summary>The character of a byte.</summary>
    public static char Of(byte value) => Characters[value];

    /// <summary>The bytes that a token of a file stands for; its UTF-8 where it has other characters, as tokens for control have.</summary>
    public static byte[] ToBytes(string token)
    {
        var bytes = new byte[token.Length];
        for (var i = 0; i < token.Length; i++)
        {
            if (!Bytes.TryGetValue(token[i], out bytes[i]))
            {
                return Encoding.UTF8.GetBytes(token);
            }
        }

        return bytes;
    }

    private static char[] MakeCharacters()
    {
        var next = 0x100;
        return [.. Enumerable.Range(0, 256).Select(value => value is (>= 0x21 and <= 0x7E) or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF) ? (char)value : (char)next++)];
    }
}
