using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Manifests.Yaml;

/// <summary>A node of a YAML document with its place. Immutable.</summary>
internal abstract class Node(TextLocation location)
{
    public TextLocation Location { get; } = location;

    /// <summary>What it is, for messages: <c>a list</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether it stands for nothing: <c>key:</c>, <c>~</c> or <c>null</c>.</summary>
    public virtual bool IsNull => false;
}
