namespace CodeAlchemy.Workspace.Editing;

/// <summary>A stretch of text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Behind its last character.</param>
public readonly record struct TextRange(TextPosition Start, TextPosition End);
