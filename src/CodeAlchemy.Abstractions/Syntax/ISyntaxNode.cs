namespace CodeAlchemy.Abstractions.Syntax;

/// <summary>A node of a syntax tree. Valid as long as its tree is not disposed of.</summary>
public interface ISyntaxNode
{
    /// <summary>Kind as the grammar names it.</summary>
    string Kind { get; }

    /// <summary>Whether the grammar gives it a name of its own (not punctuation).</summary>
    bool IsNamed { get; }

    /// <summary>Whether it is missing, an error, or holds one.</summary>
    bool HasError { get; }

    /// <summary>Where it stands.</summary>
    SourceSpan Span { get; }

    /// <summary>The text it covers.</summary>
    string Text { get; }

    /// <summary>The node around it; <see langword="null"/> for the root.</summary>
    ISyntaxNode? Parent { get; }

    /// <summary>Its children, in order.</summary>
    IEnumerable<ISyntaxNode> Children { get; }

    /// <summary>The child in a field of the grammar, or <see langword="null"/>.</summary>
    ISyntaxNode? Field(string name);
}
