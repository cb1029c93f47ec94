using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Pipelines;

/// <summary>A filter of a manifest.</summary>
internal static class FilterEntryShape
{
    public static Shape<FilterSection> For(PipelineCatalogue catalogue) =>
        new NamedEntryShape<FilterSection>("filter", Create, (name, context) => IsKnown(name, context, catalogue), () => Describe(catalogue));

    private static FilterSection? Create(NamedEntry entry, ReadContext context)
    {
        var shape = FilterShapes.Options(entry.Id);
        if (shape is null)
        {
            return new FilterSection(entry.Id, NodeJson.ToObject(entry.Options), entry.Name.Location);
        }

        return shape.TryRead(entry.Options, context, out var options) ? new FilterSection(entry.Id, options, entry.Name.Location) : null;
    }

    private static bool IsKnown(ScalarNode name, ReadContext context, PipelineCatalogue catalogue)
    {
        var known = catalogue.Filters.Contains(name.Text);
        if (!known)
        {
            context.Unknown(DiagnosticCodes.UnknownFilter, "filter", name.Text, name.Location, catalogue.Filters);
        }

        return known;
    }

    private static JsonObject Describe(PipelineCatalogue catalogue)
    {
        var properties = catalogue.Filters.Select(id => KeyValuePair.Create<string, JsonNode?>(id, Nullable(FilterShapes.Options(id)?.Schema())));
        return new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["enum"] = new JsonArray([.. catalogue.Filters.Select(id => JsonValue.Create(id))]) },
                new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject(properties),
                    ["additionalProperties"] = false,
                    ["minProperties"] = 1,
                    ["maxProperties"] = 1,
                }),
        };
    }

    private static JsonObject Nullable(JsonObject? schema)
    {
        var result = schema ?? Scalars.Typed("object");
        result["type"] = new JsonArray("object", "null");
        return result;
    }
}
