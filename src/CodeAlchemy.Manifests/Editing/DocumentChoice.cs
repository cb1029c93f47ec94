namespace CodeAlchemy.Manifests.Editing;

/// <summary>Something that may be written at a place.</summary>
/// <param name="Label">The key or value.</param>
/// <param name="Kind">Which of them.</param>
/// <param name="Detail">What it is, in a few words.</param>
/// <param name="Documentation">Markdown, or <see langword="null"/>.</param>
/// <param name="Insert">The text to write; with <c>$1</c> where the cursor goes when it is a snippet.</param>
/// <param name="IsSnippet">Whether <paramref name="Insert"/> is a snippet as editors know them.</param>
public sealed record DocumentChoice(string Label, DocumentChoiceKind Kind, string Detail, string? Documentation, string Insert, bool IsSnippet = false);
