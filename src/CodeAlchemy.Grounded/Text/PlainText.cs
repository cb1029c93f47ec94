using System.Collections.Immutable;
using System.Text;

namespace CodeAlchemy.Grounded.Text;

/// <summary>Bytes that people can read in a prompt.</summary>
public static class PlainText
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The text of the bytes; <see langword="null"/> when they aren't UTF-8 or hold control characters other than tab and line ends.</summary>
    public static string? Of(ImmutableArray<byte> bytes)
    {
        try
        {
            var text = StrictUtf8.GetString(bytes.AsSpan());
            return text.Any(c => char.IsControl(c) && c is not ('\n' or '\t' or '\r')) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
