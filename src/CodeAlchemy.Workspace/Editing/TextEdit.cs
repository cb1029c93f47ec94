namespace CodeAlchemy.Workspace.Editing;

/// <summary>A change of a document.</summary>
/// <param name="Range">What is replaced; empty where something is inserted.</param>
/// <param name="Text">What comes in its place.</param>
public sealed record TextEdit(TextRange Range, string Text);
