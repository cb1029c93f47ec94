using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CodeAlchemy.Manifests.Yaml;

/// <summary>Writes JSON values as block YAML that reads back to the same values. Pure.</summary>
internal static class YamlTextWriter
{
    public static string Write(JsonObject root)
    {
        var text = new StringBuilder();
        WriteMapping(root, 0, text, indentFirst: true);
        return text.ToString();
    }

    private static void WriteMapping(JsonObject map, int indent, StringBuilder text, bool indentFirst)
    {
        foreach (var (key, value) in map)
        {
            text.Append(' ', indentFirst ? indent : 0).Append(Scalar(key)).Append(':');
            indentFirst = true;
            WriteBelow(value, indent + 2, text);
        }
    }

    private static void WriteBelow(JsonNode? value, int indent, StringBuilder text)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } map:
                text.Append('\n');
                WriteMapping(map, indent, text, indentFirst: true);
                break;
            case JsonArray { Count: > 0 } list:
                text.Append('\n');
                WriteList(list, indent, text);
                break;
            default:
                text.Append(' ').Append(Leaf(value)).Append('\n');
                break;
        }
    }

    private static void WriteList(JsonArray list, int indent, StringBuilder text)
    {
        foreach (var item in list)
        {
            text.Append(' ', indent).Append('-');
            if (item is JsonObject { Count: > 0 } map)
            {
                text.Append(' ');
                WriteMapping(map, indent + 2, text, indentFirst: false);
            }
            else
            {
                WriteBelow(item, indent + 2, text);
            }
        }
    }

    private static string Leaf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "{}",
        JsonArray => "[]",
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => Scalar(text),
        _ => value.ToJsonString(),
    };

    /// <summary>Plain where nothing but text can be meant, else in double quotes.</summary>
    private static string Scalar(string text)
    {
        var isPlain = text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/')
            && text.ToUpperInvariant() is not ("TRUE" or "FALSE" or "NULL" or "YES" or "NO" or "ON" or "OFF" or "Y" or "N");
        return isPlain ? text : Quote(text);
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append(@"\\"),
                '\n' => quoted.Append("\\n"),
                < 0x20 or (>= 0x7F and < 0xA0) or 0x2028 or 0x2029 or 0xFEFF =>
                    quoted.Append("\\u").Append(rune.Value.ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(rune.ToString()),
            };
        }

        return quoted.Append('"').ToString();
    }
}
