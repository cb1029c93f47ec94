using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Shapes;

/// <summary>A value with a short and a long form that differ in the kind of node.</summary>
/// <param name="isFirst">Whether a node is written in the first form.</param>
/// <param name="first">The first form.</param>
/// <param name="second">The other form.</param>
internal sealed class EitherShape<T>(Func<Node, bool> isFirst, Shape<T> first, Shape<T> second) : Shape<T>
{
    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out T value) =>
        (isFirst(node) ? first : second).TryRead(node, context, out value);

    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(first.Schema(), second.Schema()) };
}
