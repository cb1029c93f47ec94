namespace CodeAlchemy.Workspace.Editing;

/// <summary>A document as it is in an editor, saved or not.</summary>
/// <param name="Path">Absolute path of its file; what it names is looked for from there.</param>
/// <param name="Text">Its whole text.</param>
public sealed record DocumentInput(string Path, string Text);
