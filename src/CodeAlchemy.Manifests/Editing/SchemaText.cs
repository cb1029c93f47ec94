using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodeAlchemy.Manifests.Editing;

/// <summary>What a schema says, for people (Markdown) and as text of a document.</summary>
internal static class SchemaText
{
    private static readonly SearchValues<char> NotPlain = SearchValues.Create(",[]{}\n\r\t");

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Type, description, default, allowed values and bounds.</summary>
    public static string Describe(string name, JsonObject schema)
    {
        var text = new StringBuilder($"**{name}** · {Kind(schema)}");
        Append(text, "\n\n", schema["description"]);
        Append(text, "\n\nDefault: ", schema["default"], asCode: true);
        if (Words(schema) is { Length: > 0 } words)
        {
            text.Append("\n\nOne of ").AppendJoin(", ", words.Select(word => $"`{word}`")).Append('.');
        }

        var (least, most) = (schema["minimum"], schema["maximum"]);
        if (least is not null || most is not null)
        {
            text.Append("\n\n").Append(least is null ? $"At most {most}." : most is null ? $"At least {least}." : $"From {least} to {most}.");
        }

        return text.ToString();
    }

    /// <summary>What a value is, in a word or two.</summary>
    public static string Kind(JsonObject schema)
    {
        var kinds = Forms(schema).Select(OneKind).OfType<string>().Distinct().ToArray();
        return kinds.Length == 0 ? "any value" : string.Join(" or ", kinds);
    }

    /// <summary>The words that may stand there, those of the entries for a list.</summary>
    public static string[] Words(JsonObject schema) =>
        [.. Forms(schema).Concat(Forms(schema).Select(form => form["items"]).OfType<JsonObject>().SelectMany(Forms)).SelectMany(Own).Distinct()];

    /// <summary>The words of one form.</summary>
    public static IEnumerable<string> Own(JsonObject form) =>
        form["const"] is { } only ? [$"{only}"]
        : form["enum"] is JsonArray words ? words.Select(word => $"{word}")
        : form["type"] is JsonValue type && type.TryGetValue<string>(out var name) && name == "boolean" ? ["true", "false"]
        : [];

    /// <summary>A value to begin with: the default, the first word, or an empty value with the keys that must be there.</summary>
    public static string Example(JsonObject schema)
    {
        if (schema["default"] is { } given)
        {
            return Flow(given);
        }

        var words = Words(schema);
        return words.Length > 0 && schema["items"] is null ? Quote(words[0])
            : schema["items"] is not null ? "[]"
            : schema["properties"] is JsonObject properties ? Mapping(schema, properties)
            : "";
    }

    /// <summary>A scalar as it may stand in a document, in quotes where it needs them.</summary>
    public static string Quote(string text)
    {
        var isPlain = text.Length > 0 && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]) && !"-?:,[]{}#&*!|>'\"%@`~".Contains(text[0], StringComparison.Ordinal)
            && !text.AsSpan().ContainsAny(NotPlain) && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal) && text[^1] != ':';
        return isPlain ? text : JsonSerializer.Serialize(text, Json);
    }

    private static string Mapping(JsonObject schema, JsonObject properties)
    {
        var required = (schema["required"] as JsonArray ?? []).Select(name => $"{name}");
        return "{" + string.Join(", ", required.Select(name => $"{name}: {(properties[name] is JsonObject value ? Example(value) : "")}".TrimEnd())) + "}";
    }

    private static string Flow(JsonNode value) => value switch
    {
        JsonObject map => "{" + string.Join(", ", map.Select(pair => $"{Quote(pair.Key)}: {(pair.Value is null ? "null" : Flow(pair.Value))}")) + "}",
        JsonArray list => "[" + string.Join(", ", list.Select(item => item is null ? "null" : Flow(item))) + "]",
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => Quote(text),
        _ => value.ToJsonString(),
    };

    private static IEnumerable<JsonObject> Forms(JsonObject schema) =>
        schema["anyOf"] is JsonArray forms ? forms.OfType<JsonObject>().SelectMany(Forms) : [schema];

    private static string? OneKind(JsonObject form) =>
        form["const"] is { } only ? $"`{only}`"
        : form["enum"] is not null ? "one of several words"
        : form["items"] is JsonObject items ? $"list of {Kind(items)}"
        : form["format"]?.GetValue<string>() == "path" ? "path"
        : form["type"] switch
        {
            JsonArray types => $"{types.FirstOrDefault(type => $"{type}" != "null")}" is var first && first == "string" ? "text" : first == "object" ? "mapping" : first,
            JsonValue type => $"{type}" switch { "string" => "text", "object" => "mapping", "integer" => "whole number", "boolean" => "true or false", "array" => "list", var other => other },
            _ => null,
        };

    private static void Append(StringBuilder text, string lead, JsonNode? value, bool asCode = false)
    {
        if (value is not null)
        {
            text.Append(lead).Append(asCode ? $"`{Flow(value)}`" : $"{value}");
        }
    }
}
