using System.Collections.Immutable;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>What may be written at a place.</summary>
/// <param name="Items">The items, the likeliest first; not narrowed by what is begun already.</param>
/// <param name="Replace">What an item takes the place of.</param>
public sealed record CompletionList(ImmutableArray<CompletionItem> Items, TextRange Replace);
