using System.Collections.Immutable;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>A change that makes a diagnostic go away.</summary>
/// <param name="Title">What it does, for people.</param>
/// <param name="Edits">The changes, which don't overlap.</param>
public sealed record EditorFix(string Title, ImmutableArray<TextEdit> Edits);
