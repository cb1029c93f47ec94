using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodeAlchemy.Workspace.Prompts;

/// <summary>Turns JSON into what templates take.</summary>
public static class TemplateValues
{
    /// <summary>The variables that an object names.</summary>
    public static IReadOnlyDictionary<string, object?> Of(JsonObject values) => (IReadOnlyDictionary<string, object?>)Convert(values)!;

    private static object? Convert(JsonNode? node) => node switch
    {
        null => null,
        JsonObject members => members.ToDictionary(m => m.Key, m => Convert(m.Value)),
        JsonArray items => items.Select(Convert).ToList(),
        _ => Scalar(node.AsValue().GetValue<JsonElement>()),
    };

    private static object? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        _ when value.TryGetInt32(out var number) => number,
        _ when value.TryGetInt64(out var number) => number,
        _ => value.GetDouble(),
    };
}
