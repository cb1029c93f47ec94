using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Manifests.Yaml;

/// <summary>Keys and values in the order of the text; keys are unique.</summary>
internal sealed class MappingNode(ImmutableArray<MappingEntry> entries, TextLocation location) : Node(location)
{
    public ImmutableArray<MappingEntry> Entries { get; } = entries;

    public override string Kind => "a mapping";

    public Node? this[string key] => Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;
}
