using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Shapes;

/// <summary>Any value, kept as it is written.</summary>
internal sealed class AnyShape : Shape<Node>
{
    public static AnyShape Instance { get; } = new();

    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out Node value)
    {
        value = node;
        return true;
    }

    public override JsonObject Schema() => [];
}
