using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Options;

/// <summary>Names and declarations in the order of the text.</summary>
internal sealed class OptionTableShape(Shape<string> name, Shape<JsonObject> declaration) : Shape<JsonObject>
{
    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out JsonObject value)
    {
        value = [];
        if (node is not MappingNode mapping)
        {
            context.WrongType(node, "a mapping");
            return false;
        }

        var success = true;
        foreach (var entry in mapping.Entries)
        {
            var inner = context.In(entry.Key.Text);
            var read = name.TryRead(entry.Key, inner, out var key) & declaration.TryRead(entry.Value, inner, out var option);
            success &= read;
            if (read)
            {
                value[key!] = option;
            }
        }

        return success;
    }

    public override JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["propertyNames"] = name.Schema(),
        ["additionalProperties"] = declaration.Schema(),
    };
}
