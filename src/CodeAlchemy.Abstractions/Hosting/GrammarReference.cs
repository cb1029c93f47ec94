namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>A tree-sitter grammar.</summary>
/// <param name="Package">Package that holds the native library, for example <c>tree-sitter-python</c>.</param>
/// <param name="Symbol">Exported function, for example <c>tree_sitter_python</c>.</param>
public sealed record GrammarReference(string Package, string Symbol)
{
    /// <summary>Whether it doesn't know all of its language, so that an error in a tree says nothing of the text.</summary>
    public bool IsPartial { get; init; }
}
