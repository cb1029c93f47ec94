using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodeAlchemy.Storage.Rows;

/// <summary>JSON with sorted keys and no white space: equal values give equal text.</summary>
public static class CanonicalJson
{
    /// <summary>The canonical text of a value.</summary>
    /// <param name="node">The value; <see langword="null"/> is <c>null</c>.</param>
    public static string Of(JsonNode? node)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonRows.WriterOptions))
        {
            Write(writer, node);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                writer.WriteStartObject();
                foreach (var (name, value) in map.OrderBy(p => p.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(JsonRows.Clean(name));
                    Write(writer, value);
                }

                writer.WriteEndObject();
                break;
            case JsonArray list:
                writer.WriteStartArray();
                foreach (var value in list)
                {
                    Write(writer, value);
                }

                writer.WriteEndArray();
                break;
            case JsonValue value when value.TryGetValue<string>(out var text):
                writer.WriteStringValue(JsonRows.Clean(text));
                break;
            case null:
                writer.WriteNullValue();
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }
}
