using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Shapes;

/// <summary>A list of one shape.</summary>
internal sealed class ListShape<T>(Shape<T> item, int least) : Shape<ImmutableArray<T>>
{
    public override bool TryRead(Node node, ReadContext context, out ImmutableArray<T> value)
    {
        value = [];
        if (node is not SequenceNode sequence)
        {
            context.WrongType(node, "a list");
            return false;
        }

        var items = ImmutableArray.CreateBuilder<T>(sequence.Items.Length);
        for (var i = 0; i < sequence.Items.Length; i++)
        {
            if (item.TryRead(sequence.Items[i], context.In($"{i}"), out var read))
            {
                items.Add(read);
            }
        }

        value = items.ToImmutable();
        return value.Length == sequence.Items.Length && HasEnough(node, context, value.Length);
    }

    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = item.Schema() };
        if (least > 0)
        {
            schema["minItems"] = least;
        }

        return schema;
    }

    private bool HasEnough(Node node, ReadContext context, int count)
    {
        if (count < least)
        {
            context.Error(DiagnosticCodes.OutOfRange, $"{context.Name} must hold at least {(least == 1 ? "one entry" : $"{least} entries")}.", node);
        }

        return count >= least;
    }
}
