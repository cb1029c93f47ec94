using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Tests;

public sealed class SchemaTests
{
    public static TheoryData<string, string> All => new()
    {
        { "plugin", Schemas.Plugin },
        { "pipeline", Schemas.Pipeline },
        { "cases", Schemas.Cases },
        { "credentials", Schemas.Credentials },
        { "feeds", Schemas.Feeds },
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

    [Theory]
    [MemberData(nameof(Good))]
    public void What_the_readers_take_fits_the_schema(string name) => Assert.Empty(Errors("good", name));

    [Theory]
    [InlineData("pipeline-typos.yaml")]
    [InlineData("pipeline-types.yaml")]
    [InlineData("pipeline-ranges.yaml")]
    [InlineData("pipeline-missing.yaml")]
    [InlineData("pipeline-version.yaml")]
    [InlineData("pipeline-models.yaml")]
    [InlineData("pipeline-parquet.yaml")]
    [InlineData("pipeline-globs.yaml")]
    [InlineData("plugin-kinds.yaml")]
    [InlineData("plugin-parts.yaml")]
    [InlineData("plugin-language.yaml")]
    [InlineData("plugin-tracers.yaml")]
    [InlineData("plugin-tracers-twice.yaml")]
    [InlineData("plugin-options.yaml")]
    [InlineData("credentials-places.yaml")]
    [InlineData("feeds-places.yaml")]
    [InlineData("cases-paths.yaml")]
    [InlineData("cases-list.yaml")]
    [InlineData("cases-empty.yaml")]
    public void What_the_readers_refuse_does_not_fit_the_schema(string name) => Assert.NotEmpty(Errors("bad", name));

    public static TheoryData<string> Good => Fixtures.Names("good", "");

    private static string[] Errors(string folder, string name)
    {
        var schema = name.Split('-')[0] switch
        {
            "plugin" => Schemas.Plugin,
            "pipeline" => Schemas.Pipeline,
            "credentials" => Schemas.Credentials,
            "feeds" => Schemas.Feeds,
            _ => Schemas.Cases,
        };
        var document = YamlTreeReader.Read(Fixtures.Text(folder, name), name, new DiagnosticBag())!.ToJson();
        return [.. SchemaValidator.Errors(JsonNode.Parse(schema), document)];
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
