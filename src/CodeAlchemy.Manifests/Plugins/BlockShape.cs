using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Plugins;

/// <summary>Start and end of a block comment: a list of two.</summary>
internal sealed class BlockShape : Shape<(string Start, string End)>
{
    private static readonly ListShape<string> Parts = Scalars.Line.List(least: 2);

    public static BlockShape Instance { get; } = new();

    public override bool TryRead(Node node, ReadContext context, out (string Start, string End) value)
    {
        value = default;
        if (!Parts.TryRead(node, context, out var parts))
        {
            return false;
        }

        if (parts.Length > 2)
        {
            context.Error(DiagnosticCodes.OutOfRange, $"{context.Name} must hold two entries, start and end.", node);
            return false;
        }

        value = (parts[0], parts[1]);
        return true;
    }

    public override JsonObject Schema()
    {
        var schema = Parts.Schema();
        schema["maxItems"] = 2;
        return schema;
    }
}
