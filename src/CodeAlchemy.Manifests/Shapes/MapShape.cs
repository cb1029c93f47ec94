using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Shapes;

/// <summary>A mapping whose keys are free.</summary>
internal sealed class MapShape<T>(Shape<string> key, Shape<T> item) : Shape<ImmutableSortedDictionary<string, T>>
{
    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out ImmutableSortedDictionary<string, T> value)
    {
        value = null;
        if (node is not MappingNode mapping)
        {
            context.WrongType(node, "a mapping");
            return false;
        }

        var entries = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            var inner = context.In(entry.Key.Text);
            if (key.TryRead(entry.Key, inner, out var name) & item.TryRead(entry.Value, inner, out var read))
            {
                entries[name!] = read!;
            }
        }

        value = entries.ToImmutable();
        return value.Count == mapping.Entries.Length;
    }

    public override JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["propertyNames"] = key.Schema(),
        ["additionalProperties"] = item.Schema(),
    };
}
