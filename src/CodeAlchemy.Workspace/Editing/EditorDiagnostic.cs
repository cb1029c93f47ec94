using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>Something wrong in a document, with the code and words that the command line has for it.</summary>
/// <param name="Code">Stable id.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do about it, or <see langword="null"/>.</param>
/// <param name="Range">Where; the beginning of the document when only that is known.</param>
/// <param name="Fixes">Changes that mend it, the likeliest first.</param>
/// <param name="Documentation">Path of the page of the documentation about the format, or <see langword="null"/>.</param>
public sealed record EditorDiagnostic(
    string Code, DiagnosticSeverity Severity, string Message, string? Remedy, TextRange Range, ImmutableArray<EditorFix> Fixes, string? Documentation);
