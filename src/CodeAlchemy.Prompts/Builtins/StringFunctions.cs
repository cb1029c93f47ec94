using System.Globalization;
using System.Text;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Builtins;

/// <summary>The functions of <c>string</c>.</summary>
internal static class StringFunctions
{
    public static Group Create()
    {
        var group = new Group("string")
            .Add("append", "text:text with:text", c => c.Limited(c.Text(0) + c.Text(1)))
            .Add("base64_decode", "text:text", c => Encoding.UTF8.GetString(Convert.FromBase64String(c.Text(0) ?? string.Empty)))
            .Add("base64_encode", "text:text", c => c.Limited(Convert.ToBase64String(Encoding.UTF8.GetBytes(c.Text(0) ?? string.Empty))))
            .Add("capitalize", "text:text", c => c.Text(0) is { Length: > 0 } text ? char.ToUpperInvariant(text[0]) + text[1..] : string.Empty)
            .Add("capitalizewords", "text:text", c => Words.Capitalize(c.Text(0) ?? string.Empty))
            .Add("contains", "text:text value:text", c => c.Text(0) is { Length: > 0 } text && c.Text(1) is { Length: > 0 } value && text.Contains(value, StringComparison.Ordinal))
            .Add("downcase", "text:text", c => c.Text(0)?.ToLowerInvariant())
            .Add("empty", "text:text", c => string.IsNullOrEmpty(c.Text(0)))
            .Add("ends_with", "text:text value:text", c => Linguistic(c, (text, value) => text.EndsWith(value, StringComparison.Ordinal)))
            .Add("equals_ignore_case", "text:text value:text", EqualsIgnoreCase)
            .Add("escape", "text:text", c => c.Text(0) is { } text ? c.Limited(ValueText.Escape(text)) : null)
            .Add("handleize", "text:text", c => Words.Handleize(c.Required(0)))
            .Add("index_of", "text:text search:text startIndex:int?=null count:int?=null stringComparison:text=null", IndexOf)
            .Add("literal", "text:text", c => c.Text(0) is { } text ? c.Limited($"\"{ValueText.Escape(text)}\"") : null)
            .Add("lstrip", "text:text", c => c.Text(0)?.TrimStart())
            .Add("pad_left", "text:text width:int", c => (c.Text(0) ?? string.Empty).PadLeft(Width(c)))
            .Add("pad_right", "text:text width:int", c => (c.Text(0) ?? string.Empty).PadRight(Width(c)))
            .Add("pluralize", "number:int singular:text plural:text", c => c.Int(0) == 1 ? c.Text(1) : c.Text(2))
            .Add("prepend", "text:text by:text", c => c.Limited(c.Text(1) + c.Text(0)))
            .Add("remove", "text:text remove:text", c => Change(c, (text, part) => text.Replace(part, string.Empty, StringComparison.Ordinal)))
            .Add("remove_first", "text:text remove:text", c => Change(c, (text, part) => Words.ReplaceOnce(text, part, string.Empty, fromEnd: false)))
            .Add("remove_last", "text:text remove:text", c => Change(c, (text, part) => Words.ReplaceOnce(text, part, string.Empty, fromEnd: true)))
            .Add("replace", "text:text match:text replace:text", Replace)
            .Add("replace_first", "text:text match:text replace:text fromEnd:bool=false", ReplaceFirst)
            .Add("rstrip", "text:text", c => c.Text(0)?.TrimEnd())
            .Add("size", "text:text", c => c.Text(0)?.Length ?? 0)
            .Add("slice", "text:text start:int length:int?=null", c => Words.Slice(c.Text(0) ?? string.Empty, c.Int(1), c.OptionalInt(2)))
            .Add("slice1", "text:text start:int length:int=1", c => Words.SliceOne(c.Text(0) ?? string.Empty, c.Int(1), c.Int(2)))
            .Add("split", "text:text match:text", Split)
            .Add("starts_with", "text:text value:text", c => Linguistic(c, (text, value) => text.StartsWith(value, StringComparison.Ordinal)))
            .Add("strip", "text:text", c => c.Text(0)?.Trim())
            .Add("strip_newlines", "text:text", c => (c.Text(0) ?? string.Empty).Replace("\r", string.Empty, StringComparison.Ordinal).Replace("\n", string.Empty, StringComparison.Ordinal))
            .Add("truncate", "text:text length:int ellipsis:text=null", c => Words.Truncate(c.Text(0) ?? string.Empty, c.Int(1), c.Text(2) ?? "..."))
            .Add("truncatewords", "text:text count:int ellipsis:text=null", c => Words.TruncateWords(c.Text(0) ?? string.Empty, c.Int(1)))
            .Add("upcase", "text:text", c => c.Text(0)?.ToUpperInvariant())
            .Add("whitespace", "text:text", c => string.IsNullOrWhiteSpace(c.Text(0)));
        AddNumbers(group);
        return Hashes.AddTo(group);
    }

    private static void AddNumbers(Group group)
    {
        const NumberStyles integer = NumberStyles.Integer;
        const NumberStyles fraction = NumberStyles.Float | NumberStyles.AllowThousands;
        var culture = CultureInfo.InvariantCulture;
        group
            .Add("to_double", "text:text", c => double.TryParse(c.Text(0), fraction, culture, out var number) ? number : null)
            .Add("to_float", "text:text", c => float.TryParse(c.Text(0), fraction, culture, out var number) ? number : null)
            .Add("to_int", "text:text", c => int.TryParse(c.Text(0), integer, culture, out var number) ? number : null)
            .Add("to_long", "text:text", c => long.TryParse(c.Text(0), integer, culture, out var number) ? number : null);
    }

    private static bool Linguistic(BuiltinCall call, Func<string, string, bool> test)
    {
        if (call.Text(0) is not { Length: > 0 } text || call.Text(1) is not { Length: > 0 } value)
        {
            return false;
        }

        RequirePlain(call, text, value);
        return test(text, value);
    }

    private static object EqualsIgnoreCase(BuiltinCall call)
    {
        if (call.Text(0) is not { } text)
        {
            return false;
        }

        RequirePlain(call, text, call.Text(1) ?? string.Empty);
        return text.Equals(call.Text(1), StringComparison.OrdinalIgnoreCase);
    }

    private static void RequirePlain(BuiltinCall call, string text, string value)
    {
        if (!CultureGuard.IsPlain(text) || !CultureGuard.IsPlain(value))
        {
            throw call.Unsupported(
                "The texts hold control or combining characters, which the cultures of machines compare differently.", "Use `string.contains` or `regex.match`.");
        }
    }

    private static object IndexOf(BuiltinCall call)
    {
        var (text, search) = (call.Required(0), call.Required(1));
        var comparison = call.Text(4);
        if (comparison is not (null or "Ordinal" or "OrdinalIgnoreCase"))
        {
            throw call.Unsupported($"The comparison `{comparison}` is not supported.", "Use \"Ordinal\" or \"OrdinalIgnoreCase\".");
        }

        if (comparison is null)
        {
            RequirePlain(call, text, search);
        }

        var start = call.OptionalInt(2) ?? 0;
        return text.IndexOf(search, start, call.OptionalInt(3) ?? (text.Length - start), comparison == "OrdinalIgnoreCase" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }

    private static string? Change(BuiltinCall call, Func<string, string, string> change) =>
        call.Text(0) is { Length: > 0 } text && call.Text(1) is { Length: > 0 } part ? change(text, part) : call.Text(0);

    private static string Replace(BuiltinCall call) =>
        call.Text(0) is { Length: > 0 } text ? call.Limited(text.Replace(call.Text(1) ?? string.Empty, call.Text(2) ?? string.Empty, StringComparison.Ordinal)) : string.Empty;

    private static string ReplaceFirst(BuiltinCall call) =>
        call.Text(0) is not { Length: > 0 } text ? string.Empty
        : call.Text(1) is not { Length: > 0 } match ? text
        : call.Limited(Words.ReplaceOnce(text, match, call.Text(2) ?? string.Empty, (bool)call.Any(3)!));

    private static RangeValue Split(BuiltinCall call) => call.Text(0) is not { Length: > 0 } text ? RangeValue.None
        : new RangeValue(call.Text(1) is { Length: > 0 } separator ? text.Split(separator, StringSplitOptions.RemoveEmptyEntries) : [text]);

    private static int Width(BuiltinCall call)
    {
        call.Context.CheckLength(call.Int(1), call.Span);
        return call.Int(1);
    }
}
