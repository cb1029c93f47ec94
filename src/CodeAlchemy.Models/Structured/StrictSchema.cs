using System.Text.Json;

namespace CodeAlchemy.Models.Structured;

/// <summary>
/// Whether a schema may be sent as strict: endpoints then want every object closed and every property required, and know only
/// some keywords. Source: the OpenAI guide on structured outputs.
/// </summary>
internal static class StrictSchema
{
    private static readonly string[] Unsupported = ["oneOf", "allOf", "uniqueItems", "minLength", "maxLength", "not"];

    public static bool Holds(JsonElement root) => root.ValueKind == JsonValueKind.Object && root.TryGetProperty("properties", out _) && Closed(root);

    private static bool Closed(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => ObjectIsClosed(schema) && schema.EnumerateObject().All(Sound),
        JsonValueKind.Array => schema.EnumerateArray().All(Closed),
        _ => true,
    };

    private static bool Sound(JsonProperty property) => property.Name switch
    {
        "enum" or "const" or "default" or "examples" => true,
        "properties" or "$defs" => property.Value.EnumerateObject().All(child => Closed(child.Value)),
        _ => !Unsupported.Contains(property.Name) && Closed(property.Value),
    };

    private static bool ObjectIsClosed(JsonElement schema)
    {
        if (!schema.TryGetProperty("properties", out var properties))
        {
            return !(schema.TryGetProperty("type", out var type) && type.ValueEquals("object"));
        }

        var required = schema.TryGetProperty("required", out var list) ? list.EnumerateArray().Select(name => name.GetString()).ToHashSet() : [];
        return schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False
            && properties.EnumerateObject().All(property => required.Contains(property.Name));
    }
}
