using System.Text;
using System.Text.Unicode;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Pipeline.Results;

namespace CodeAlchemy.Pipeline.Filters;

/// <summary>
/// Turns bytes into text: strict UTF-8, or UTF-16 where a byte order mark says so. Byte order marks do not become text.
/// </summary>
internal static class TextDecoder
{
    public const string Stage = "encoding";
    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>Decodes; gives the text and its UTF-8 bytes, or why it is none.</summary>
    public static Removal? Decode(ReadOnlyMemory<byte> content, out string text, out ReadOnlyMemory<byte> utf8)
    {
        text = string.Empty;
        utf8 = default;
        var bytes = content.Span;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) || bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
        {
            return Refuse(RejectReasons.Encoding, "The file is UTF-32; only UTF-8 and UTF-16 are read.");
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return DecodeWide(LittleEndian, bytes[2..], out text, out utf8);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return DecodeWide(BigEndian, bytes[2..], out text, out utf8);
        }

        utf8 = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? content[3..] : content;
        var nul = utf8.Span.IndexOf((byte)0);
        if (nul >= 0)
        {
            return Refuse(RejectReasons.Binary, $"The file holds a NUL byte at offset {content.Length - utf8.Length + nul}.");
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            return Refuse(RejectReasons.Encoding, $"The file is not valid UTF-8 from offset {content.Length - utf8.Length + ValidPrefix(utf8.Span)} on.");
        }

        text = Encoding.UTF8.GetString(utf8.Span);
        return EmptyOrNull(text);
    }

    private static Removal? DecodeWide(UnicodeEncoding encoding, ReadOnlySpan<byte> bytes, out string text, out ReadOnlyMemory<byte> utf8)
    {
        text = string.Empty;
        utf8 = default;
        try
        {
            text = encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Refuse(RejectReasons.Encoding, "The file begins as UTF-16 but is not valid UTF-16.");
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return Refuse(RejectReasons.Binary, "The file holds a NUL character.");
        }

        utf8 = Encoding.UTF8.GetBytes(text);
        return EmptyOrNull(text);
    }

    private static Removal? EmptyOrNull(string text) => string.IsNullOrWhiteSpace(text)
        ? Refuse(RejectReasons.Empty, text.Length == 0 ? "The file is empty." : "The file holds only white space.")
        : null;

    private static int ValidPrefix(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    private static Removal Refuse(string reason, string detail) => new(Stage, InputFate.Filtered, reason, detail);
}
