using CodeAlchemy.Prompts.Parsing;

namespace CodeAlchemy.Prompts.Tree;

/// <summary>A piece of a template. Immutable once parsed.</summary>
internal abstract class Node(Span span)
{
    /// <summary>Where it stands.</summary>
    public Span Span { get; } = span;

    /// <summary>The pieces inside it, for tools.</summary>
    public virtual IEnumerable<Node?> Children => [];
}
