namespace CodeAlchemy.Abstractions;

/// <summary>Text made from a template.</summary>
/// <param name="Text">The rendered text.</param>
/// <param name="Reference">The template it came from, for provenance.</param>
public sealed record RenderedPrompt(string Text, PromptReference Reference);
