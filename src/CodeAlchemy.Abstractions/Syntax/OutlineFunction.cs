namespace CodeAlchemy.Abstractions.Syntax;

/// <summary>A named function or method with a body.</summary>
/// <param name="Name">Its name, without the type around it.</param>
/// <param name="Span">All of it, from the first word of its head to the end of its body.</param>
/// <param name="Parameters">Its parameter list; empty (start equal to end) when it has none.</param>
/// <param name="Body">Its body with the braces where the language has them.</param>
/// <param name="Documentation">The comment or string that documents it; <see langword="null"/> when there is none.</param>
public sealed record OutlineFunction(string Name, SourceSpan Span, SourceSpan Parameters, SourceSpan Body, SourceSpan? Documentation);
