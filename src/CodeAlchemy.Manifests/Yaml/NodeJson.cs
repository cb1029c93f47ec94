using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Manifests.Yaml;

/// <summary>Nodes as JSON and back.</summary>
internal static partial class NodeJson
{
    public static JsonNode? ToJson(this Node node) => node switch
    {
        MappingNode mapping => ToObject(mapping),
        SequenceNode sequence => new JsonArray([.. sequence.Items.Select(ToJson)]),
        ScalarNode scalar => ToValue(scalar),
        _ => throw new InvalidOperationException($"{node.GetType()} is no node of a document."),
    };

    public static JsonObject ToObject(MappingNode mapping) =>
        new(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, entry.Value.ToJson())));

    /// <summary>A tree all of whose nodes stand at one place.</summary>
    public static Node FromJson(JsonNode? json, TextLocation location) => json switch
    {
        JsonObject map => new MappingNode(
            [.. map.Select(pair => new MappingEntry(new ScalarNode(pair.Key, false, location), FromJson(pair.Value, location)))], location),
        JsonArray array => new SequenceNode([.. array.Select(item => FromJson(item, location))], location),
        JsonValue value when value.TryGetValue<string>(out var text) => new ScalarNode(text, false, location),
        null => new ScalarNode("null", true, location),
        _ => new ScalarNode(json.ToJsonString(), true, location),
    };

    private static JsonNode? ToValue(ScalarNode scalar)
    {
        if (scalar.IsNull)
        {
            return null;
        }

        // A number keeps its digits, so that an option which is text in the end still reads "1.10".
        return scalar.TryBoolean(out var flag) ? JsonValue.Create(flag)
            : scalar.IsPlain && JsonNumber().IsMatch(scalar.Text) && scalar.TryNumber(out _) ? JsonNode.Parse(scalar.Text)
            : scalar.TryInteger(out var integer) ? JsonValue.Create(integer)
            : scalar.TryNumber(out var number) ? JsonValue.Create(number)
            : JsonValue.Create(scalar.Text);
    }

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex JsonNumber();
}
