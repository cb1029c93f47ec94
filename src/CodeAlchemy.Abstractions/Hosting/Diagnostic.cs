namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>Something found in a user's input. Reading user input gives these; it never throws.</summary>
/// <param name="Code">Stable id, for example <c>unknown-key</c>.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What is wrong, one sentence.</param>
/// <param name="Location">Where, or <see langword="null"/>.</param>
/// <param name="Remedy">What to do about it, or <see langword="null"/>.</param>
/// <param name="Suggestion">The same as a change of the text, where there is one.</param>
public sealed record Diagnostic(
    string Code,
    DiagnosticSeverity Severity,
    string Message,
    TextLocation? Location = null,
    string? Remedy = null,
    Suggestion? Suggestion = null);
