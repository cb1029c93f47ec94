namespace CodeAlchemy.Workspace.Editing;

/// <summary>Something that may be written.</summary>
/// <param name="Label">What is shown.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">A few words about it; may be empty.</param>
/// <param name="Documentation">Markdown, or <see langword="null"/>.</param>
/// <param name="Insert">The text to write.</param>
/// <param name="IsSnippet">Whether <paramref name="Insert"/> is a snippet as editors know them (<c>$1</c>).</param>
public sealed record CompletionItem(string Label, CompletionKind Kind, string Detail, string? Documentation, string Insert, bool IsSnippet = false);
