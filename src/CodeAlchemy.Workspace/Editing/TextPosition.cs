namespace CodeAlchemy.Workspace.Editing;

/// <summary>A place between two characters.</summary>
/// <param name="Line">Line from 0; lines end with LF, CR LF or CR.</param>
/// <param name="Column">Column from 0, in UTF-16 code units.</param>
public readonly record struct TextPosition(int Line, int Column);
