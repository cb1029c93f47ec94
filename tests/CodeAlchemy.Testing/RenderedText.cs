namespace CodeAlchemy.Testing;

/// <summary>A template that a strategy rendered.</summary>
/// <param name="Template">Its path, for example <c>code-trace/predict-output.scriban</c>.</param>
/// <param name="Text">The text that came of it.</param>
public sealed record RenderedText(string Template, string Text);
