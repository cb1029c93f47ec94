using System.Text.Json.Nodes;

namespace CodeAlchemy.Manifests.Tests;

public sealed class SchemaTests
{
    public static TheoryData<string, string> All => new()
    {
        { "plugin", Schemas.Plugin },
        { "pipeline", Schemas.Pipeline },
        { "cases", Schemas.Cases },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void The_schemas_in_the_documentation_are_those_of_the_readers(string name, string schema) =>
        Fixtures.ShouldBeApproved(schema, Path.Combine(Fixtures.Root, "docs", "schemas", $"{name}.json"));

    [Theory]
    [MemberData(nameof(All))]
    public void Every_key_of_a_schema_is_described(string name, string schema)
    {
        var keys = Keys(JsonNode.Parse(schema)!, name).ToArray();

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.False(string.IsNullOrEmpty(key.Schema["description"]?.GetValue<string>()), key.Path));
    }

    private static IEnumerable<(string Path, JsonObject Schema)> Keys(JsonNode? node, string path)
    {
        if (node is JsonArray list)
        {
            return list.SelectMany((item, i) => Keys(item, $"{path}[{i}]"));
        }

        if (node is not JsonObject map)
        {
            return [];
        }

        var named = path.EndsWith(".oneOf", StringComparison.Ordinal) || map["properties"] is not JsonObject properties || map["additionalProperties"] is null || map["minProperties"] is not null
            ? []
            : properties.Select(pair => ($"{path}.{pair.Key}", (JsonObject)pair.Value!));
        return named.Concat(map.Where(pair => pair.Key != "oneOf").SelectMany(pair => Keys(pair.Value, $"{path}.{pair.Key}")));
    }
}
