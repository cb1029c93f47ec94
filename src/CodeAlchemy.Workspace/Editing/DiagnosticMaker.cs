using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Editing;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>Turns diagnostics of the readers into those of editors.</summary>
/// <param name="lines">The document.</param>
/// <param name="documentation">Path of the page about the format, or <see langword="null"/>.</param>
internal sealed class DiagnosticMaker(TextLines lines, string? documentation)
{
    /// <summary>A diagnostic at a stretch of the text.</summary>
    public EditorDiagnostic Make(Diagnostic diagnostic, int start, int length, DocumentEdit? fix) => new(
        diagnostic.Code,
        diagnostic.Severity,
        diagnostic.Message,
        diagnostic.Remedy,
        lines.Range(start, length),
        fix is null ? [] : [new EditorFix(Title(diagnostic, lines.Text.Substring(start, length), fix), [new TextEdit(lines.Range(fix.Start, fix.Length), fix.Text)])],
        documentation);

    /// <summary>A diagnostic at a whole line, or at the beginning.</summary>
    public EditorDiagnostic Make(Diagnostic diagnostic)
    {
        var line = Math.Clamp((diagnostic.Location?.Line ?? 0) - 1, 0, lines.Count - 1);
        var range = lines.LineRange(line);
        return Make(diagnostic, lines.OffsetOf(range.Start), range.End.Column, null);
    }

    private static string Title(Diagnostic diagnostic, string there, DocumentEdit fix) => diagnostic.Suggestion!.Kind switch
    {
        SuggestionKind.Replace => $"Replace by '{fix.Text.Trim('"')}'",
        SuggestionKind.AddKey => $"Add '{diagnostic.Suggestion.Text}'",
        _ => $"Remove '{there}'",
    };
}
