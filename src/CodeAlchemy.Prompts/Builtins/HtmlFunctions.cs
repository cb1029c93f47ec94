using System.Buffers;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CodeAlchemy.Prompts.Builtins;

/// <summary>The functions of <c>html</c>.</summary>
internal static class HtmlFunctions
{
    private const string Attribute = """=(?:'[^']*'|"[^"]*"|[^'"][^\s>]*)""";

    private static readonly Regex Markup = new(
        $"<script.*?</script>|<!--.*?-->|<style.*?</style>|<(?:[^=>]|{Attribute})*>",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, RegexFunctions.Timeout);

    private static readonly SearchValues<char> UrlCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&'()*+,;=");

    public static Group Create() => new Group("html")
        .Add("escape", "text:text", c => Change(c, WebUtility.HtmlEncode))
        .Add("newline_to_br", "text:text", c => Change(c, BreakLines))
        .Add("strip", "text:text", c => Change(c, text => Markup.Replace(text, string.Empty)))
        .Add("url_encode", "text:text", c => Change(c, Uri.EscapeDataString))
        .Add("url_escape", "text:text", c => Change(c, EscapeUrl));

    private static string? Change(BuiltinCall call, Func<string, string> change) =>
        call.Text(0) is { Length: > 0 } text ? call.Limited(change(text)) : call.Text(0);

    private static string BreakLines(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] == '\r' || (text[i] == '\n' && (i == 0 || text[i - 1] != '\r'));
            result.Append(ends ? "<br />" : null).Append(text[i]);
        }

        return result.ToString();
    }

    private static string EscapeUrl(string text)
    {
        var result = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var kept = rest.IndexOfAnyExcept(UrlCharacters);
            kept = kept < 0 ? rest.Length : kept;
            result.Append(rest[..kept]);
            rest = rest[kept..];
            var escaped = rest.IndexOfAny(UrlCharacters);
            escaped = escaped < 0 ? rest.Length : escaped;
            result.Append(Uri.EscapeDataString(rest[..escaped]));
            rest = rest[escaped..];
        }

        return result.ToString();
    }
}
