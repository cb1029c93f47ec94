using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Manifests.Yaml;

/// <summary>A list.</summary>
internal sealed class SequenceNode(ImmutableArray<Node> items, TextLocation location) : Node(location)
{
    public ImmutableArray<Node> Items { get; } = items;

    public override string Kind => "a list";
}
