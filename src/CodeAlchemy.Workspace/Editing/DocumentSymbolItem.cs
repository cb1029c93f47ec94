using System.Collections.Immutable;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>An entry of a document's outline.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Detail">Its value in short; may be empty.</param>
/// <param name="Range">All of it.</param>
/// <param name="Selection">Its name in the text.</param>
/// <param name="Children">What stands below it.</param>
public sealed record DocumentSymbolItem(string Name, string Detail, TextRange Range, TextRange Selection, ImmutableArray<DocumentSymbolItem> Children);
