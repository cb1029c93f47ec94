using System.Collections.Immutable;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>A template rendered for a program.</summary>
/// <param name="Text">The prompt, or <see langword="null"/> when it can't be rendered.</param>
/// <param name="Fault">Why it can't, with its place in the template; or <see langword="null"/>.</param>
/// <param name="FromSource">The variables whose values come from the program, sorted.</param>
/// <param name="Placeholders">The variables that only a run knows: they stand as <c>‹name›</c> in the text. Sorted.</param>
public sealed record PromptPreview(string? Text, EditorDiagnostic? Fault, ImmutableArray<string> FromSource, ImmutableArray<string> Placeholders);
