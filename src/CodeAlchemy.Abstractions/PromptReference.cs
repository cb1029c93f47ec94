namespace CodeAlchemy.Abstractions;

/// <summary>A rendered prompt and the template it came from.</summary>
/// <param name="Template">Path of the template below <c>templates/</c>, for example <c>code-trace/predict-output.scriban</c>.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of the template's bytes.</param>
public sealed record PromptReference(string Template, string Sha256);
