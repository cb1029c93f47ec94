namespace CodeAlchemy.Workspace.Editing;

/// <summary>What is to be said about a place.</summary>
/// <param name="Markdown">The text.</param>
/// <param name="Range">What it is about.</param>
public sealed record HoverText(string Markdown, TextRange Range);
