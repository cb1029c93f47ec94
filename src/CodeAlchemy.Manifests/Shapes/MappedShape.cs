using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Shapes;

/// <summary>A shape whose value is turned into another.</summary>
internal sealed class MappedShape<TIn, TOut>(Shape<TIn> inner, Func<TIn, Node, TOut> map) : Shape<TOut>
{
    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out TOut value)
    {
        var success = inner.TryRead(node, context, out var read);
        value = success ? map(read!, node) : default;
        return success;
    }

    public override JsonObject Schema() => inner.Schema();
}
