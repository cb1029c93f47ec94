using System.Text;
using System.Text.RegularExpressions;

namespace CodeAlchemy.Prompts.Builtins;

/// <summary>Changes of texts behind the functions of <c>string</c>.</summary>
internal static partial class Words
{
    public static string Capitalize(string text)
    {
        var result = new StringBuilder(text);
        var wordStarts = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                wordStarts = true;
            }
            else if (wordStarts && char.IsLetter(text[i]))
            {
                result[i] = char.ToUpperInvariant(text[i]);
                wordStarts = false;
            }
        }

        return result.ToString();
    }

    /// <summary>Lower-case letters and digits, everything else as single hyphens between them.</summary>
    public static string Handleize(string text)
    {
        var result = new StringBuilder(text.Length);
        var afterHyphen = false;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                result.Append(char.ToLowerInvariant(c));
                afterHyphen = false;
            }
            else if (!afterHyphen)
            {
                result.Append('-');
                afterHyphen = true;
            }
        }

        return result.Length > 0 && result[^1] == '-' ? result.ToString(0, result.Length - 1) : result.ToString();
    }

    /// <summary>Replaces the first or last occurrence, upper and lower case alike.</summary>
    public static string ReplaceOnce(string text, string match, string replacement, bool fromEnd)
    {
        const StringComparison comparison = StringComparison.OrdinalIgnoreCase;
        var index = fromEnd ? text.LastIndexOf(match, comparison) : text.IndexOf(match, comparison);
        return index < 0 ? text : string.Concat(text.AsSpan(0, index), replacement, text.AsSpan(index + match.Length));
    }

    /// <summary>A part of a text; a negative start counts from the end.</summary>
    public static string Slice(string text, int start, int? length)
    {
        if (text.Length == 0 || start >= text.Length)
        {
            return string.Empty;
        }

        var from = start < 0 ? start + text.Length : start;
        long count = length ?? text.Length;
        if (from < 0)
        {
            if (from + count <= 0)
            {
                return string.Empty;
            }

            (from, count) = (0, count + from);
        }

        return text.Substring(from, (int)Math.Min(count, text.Length - from));
    }

    /// <summary>A part of a text, one character long unless a length is given.</summary>
    public static string SliceOne(string text, int start, int length)
    {
        if (text.Length == 0 || start > text.Length || length <= 0)
        {
            return string.Empty;
        }

        var from = start < 0 ? start + text.Length : start;
        (from, length) = from < 0 ? (0, length + from) : (from, length);
        return text.Substring(from, (int)Math.Min((long)length, text.Length - from));
    }

    public static string Truncate(string text, int length, string ellipsis) =>
        text.Length > length && text.Length > 0 ? string.Concat(text.AsSpan(0, Math.Max(0, length - ellipsis.Length)), ellipsis) : text;

    /// <summary>The first words, and three dots whether words are left or not.</summary>
    public static string TruncateWords(string text, int count) =>
        text.Length == 0 ? string.Empty : string.Join(' ', Spaces().Split(text).Take(Math.Max(0, count))) + "...";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
