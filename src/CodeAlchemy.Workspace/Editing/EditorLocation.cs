namespace CodeAlchemy.Workspace.Editing;

/// <summary>A place to go to.</summary>
/// <param name="Path">Absolute path of a file.</param>
/// <param name="Range">Where in it.</param>
public sealed record EditorLocation(string Path, TextRange Range);
