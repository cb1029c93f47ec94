namespace CodeAlchemy.PromptConformance;

/// <summary>A template with what it should give.</summary>
/// <param name="Folder">Row of the table it belongs to.</param>
/// <param name="Name">Name for messages.</param>
/// <param name="Template">The template.</param>
/// <param name="Expected">The text it should give.</param>
/// <param name="ExpectsError">Whether it should fail instead.</param>
/// <param name="OutOfScope">Why it is not rendered at all, or <see langword="null"/>.</param>
internal sealed record Example(string Folder, string Name, string Template, string Expected, bool ExpectsError, string? OutOfScope);
