using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Options;

/// <summary>The options of a strategy, as its schema declares them; defaults are filled in, in the order of the schema.</summary>
internal sealed class OptionsShape(JsonObject declarations) : Shape<JsonObject>
{
    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out JsonObject value)
    {
        value = null;
        if (node is not MappingNode && !node.IsNull)
        {
            context.WrongType(node, "a mapping");
            return false;
        }

        var mapping = node as MappingNode ?? new MappingNode([], node.Location);
        var success = NamesAreKnown(mapping, context);
        value = [];
        foreach (var (name, declaration) in declarations)
        {
            success &= ReadOption(name, (JsonObject)declaration!, mapping[name], context, value);
        }

        return success;
    }

    public override JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["properties"] = declarations.DeepClone(),
        ["additionalProperties"] = false,
    };

    private static bool ReadOption(string name, JsonObject declaration, Node? node, ReadContext context, JsonObject target)
    {
        JsonNode? value = null;
        var success = node is null || node.IsNull || new OptionShape(declaration).TryRead(node, context.In(name), out value);
        value ??= declaration["default"]?.DeepClone();
        if (value is not null)
        {
            target[name] = value;
        }

        return success;
    }

    private bool NamesAreKnown(MappingNode mapping, ReadContext context)
    {
        var unknown = mapping.Entries.Where(entry => !declarations.ContainsKey(entry.Key.Text)).ToArray();
        foreach (var entry in unknown)
        {
            context.Unknown(DiagnosticCodes.UnknownOption, "option", entry.Key.Text, entry.Key.Location, declarations.Select(pair => pair.Key));
        }

        return unknown.Length == 0;
    }
}
