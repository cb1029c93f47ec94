namespace CodeAlchemy.Syntax;

/// <summary>Where the native parts are and how much work one text may cost.</summary>
/// <param name="NativeFolder">Folder of the tree-sitter core, for example <c>.deps/native</c>.</param>
/// <param name="GrammarFolder">Folder of the grammar packages, for example <c>.deps/node_modules</c>.</param>
public sealed record SyntaxOptions(string NativeFolder, string GrammarFolder)
{
    /// <summary>Longest time one parse or one query may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Most UTF-8 bytes of a text.</summary>
    public int MaximumBytes { get; init; } = 16 << 20;
}
