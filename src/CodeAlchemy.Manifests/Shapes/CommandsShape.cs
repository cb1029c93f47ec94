using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Shapes;

/// <summary>One command, or a list of commands run one after another.</summary>
internal sealed class CommandsShape : Shape<ImmutableArray<ImmutableArray<string>>>
{
    private static readonly ListShape<ImmutableArray<string>> Many = CommandShape.Instance.List();

    public static CommandsShape Instance { get; } = new();

    public override bool TryRead(Node node, ReadContext context, out ImmutableArray<ImmutableArray<string>> value)
    {
        if (node is not SequenceNode { Items: [ScalarNode, ..] })
        {
            return Many.TryRead(node, context, out value);
        }

        var success = CommandShape.Instance.TryRead(node, context, out var single);
        value = success ? [single] : [];
        return success;
    }

    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(CommandShape.Instance.Schema(), Many.Schema()) };
}
