namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>A tree-sitter grammar.</summary>
/// <param name="Package">Package that holds the native library, for example <c>tree-sitter-python</c>.</param>
/// <param name="Symbol">Exported function, for example <c>tree_sitter_python</c>.</param>
public sealed record GrammarReference(string Package, string Symbol);
