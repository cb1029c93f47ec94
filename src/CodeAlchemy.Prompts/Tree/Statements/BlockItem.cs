namespace CodeAlchemy.Prompts.Tree.Statements;

/// <summary>A statement of a block with the indentation of what it writes.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Inherits">Whether lines are indented as those around the block are.</param>
/// <param name="Indent">White space before the code block it stands in, if it doesn't inherit.</param>
internal readonly record struct BlockItem(Statement Statement, bool Inherits, string? Indent);
