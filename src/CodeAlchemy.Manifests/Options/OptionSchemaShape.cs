using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Options;

/// <summary>The declaration of a strategy's options: a flat subset of JSON Schema.</summary>
internal static class OptionSchemaShape
{
    private static readonly string[] ScalarTypes = ["string", "integer", "number", "boolean"];

    private static readonly Shape<JsonNode> Number = new OptionShape(new JsonObject { ["type"] = "number" });

    private static readonly Shape<JsonObject> Items = new EitherShape<JsonObject>(
        node => node is ScalarNode,
        Scalars.OneOf(ScalarTypes).Map(type => new JsonObject { ["type"] = type }),
        Declaration(ScalarTypes));

    private static readonly Shape<string> OptionName = Scalars.Matching("^[a-z][A-Za-z0-9]*$", "a name in camel case");

    /// <summary>All options by name, in the order of the text.</summary>
    public static Shape<JsonObject> Instance { get; } = new OptionTableShape(OptionName, Option());

    private static ObjectShape<JsonObject> Option() =>
        Declaration([.. ScalarTypes, "array"])
            .Optional("items", Items, (o, v) => With(o, "items", v), "Type of the entries of a list: a type, or {type, enum, minimum, maximum}.")
            .Optional("default", AnyShape.Instance, (o, v) => With(o, "default", v.ToJson()), "Value when the option is not given.")
            .Optional("description", Scalars.Text, (o, v) => With(o, "description", v), "What the option does.")
            .Rule(DefaultFits);

    private static ObjectShape<JsonObject> Declaration(string[] types) =>
        new ObjectShape<JsonObject>(() => [])
            .Required("type", Scalars.OneOf(types), (o, v) => With(o, "type", v), "Type of the value.")
            .Optional("enum", AnyShape.Instance.List(least: 1), (o, v) => With(o, "enum", new JsonArray([.. v.Select(n => n.ToJson())])), "Values that are allowed.")
            .Optional("minimum", Number, (o, v) => With(o, "minimum", v.DeepClone()), "Least number.")
            .Optional("maximum", Number, (o, v) => With(o, "maximum", v.DeepClone()), "Greatest number.");

    private static bool DefaultFits(JsonObject option, MappingNode mapping, ReadContext context)
    {
        var node = mapping["default"];
        if (node is null || node.IsNull)
        {
            return true;
        }

        var fits = new OptionShape(option).TryRead(node, context.In("default"), out var value);
        if (fits)
        {
            option["default"] = value;
        }

        return fits;
    }

    private static JsonObject With(JsonObject option, string key, JsonNode? value)
    {
        option[key] = value;
        return option;
    }
}
