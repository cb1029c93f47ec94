using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Options;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Pipelines;

/// <summary>A strategy of a manifest.</summary>
internal static class StrategyEntryShape
{
    public static Shape<StrategySection> For(PipelineCatalogue catalogue) => new NamedEntryShape<StrategySection>(
        "strategy",
        (entry, context) => Create(entry, context, catalogue),
        (name, context) => IsKnown(name, context, catalogue),
        () => catalogue.Strategies is { } known ? Describe(known) : Describe());

    /// <summary>Options stay as given; checking them here puts what is wrong where it stands.</summary>
    private static StrategySection? Create(NamedEntry entry, ReadContext context, PipelineCatalogue catalogue)
    {
        var definition = catalogue.Strategies?.GetValueOrDefault(entry.Id);
        var fits = definition is null || new OptionsShape(definition.Options).TryRead(entry.Options, context, out _);
        return fits ? new StrategySection(entry.Id, NodeJson.ToObject(entry.Options), entry.Name.Location) : null;
    }

    private static bool IsKnown(ScalarNode name, ReadContext context, PipelineCatalogue catalogue)
    {
        if (catalogue.Strategies is null)
        {
            return CommonShapes.Id.TryRead(name, context, out _);
        }

        var known = catalogue.Strategies.ContainsKey(name.Text);
        if (!known)
        {
            context.Unknown(DiagnosticCodes.UnknownStrategy, "strategy", name.Text, name.Location, catalogue.Strategies.Keys);
        }

        return known;
    }

    private static JsonObject Describe(IReadOnlyDictionary<string, StrategyDefinition> known)
    {
        var ids = known.Keys.Order(StringComparer.Ordinal).ToArray();
        return new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["enum"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]) },
                new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject(ids.Select(id => KeyValuePair.Create<string, JsonNode?>(id, Nullable(new OptionsShape(known[id].Options).Schema())))),
                    ["additionalProperties"] = false,
                    ["minProperties"] = 1,
                    ["maxProperties"] = 1,
                }),
        };
    }

    private static JsonObject Nullable(JsonObject schema)
    {
        schema["type"] = new JsonArray("object", "null");
        return schema;
    }

    private static JsonObject Describe() => new()
    {
        ["anyOf"] = new JsonArray(
            CommonShapes.Id.Schema(),
            new JsonObject
            {
                ["type"] = "object",
                ["propertyNames"] = CommonShapes.Id.Schema(),
                ["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("object", "null") },
                ["minProperties"] = 1,
                ["maxProperties"] = 1,
            }),
    };
}
