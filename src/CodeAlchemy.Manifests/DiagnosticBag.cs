using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Manifests;

/// <summary>Collects diagnostics while a document is read. Not thread-safe.</summary>
internal sealed class DiagnosticBag
{
    /// <summary>A text that is wrong throughout must not bury the reader; nobody works through more than this.</summary>
    private const int Most = 200;

    private readonly List<Diagnostic> _diagnostics = [];

    public bool HasErrors { get; private set; }

    public void Error(string code, string message, TextLocation? location, string? remedy = null, Suggestion? suggestion = null)
    {
        HasErrors = true;
        Add(new Diagnostic(code, DiagnosticSeverity.Error, message, location, remedy, suggestion));
    }

    public void Warning(string code, string message, TextLocation? location, string? remedy = null, Suggestion? suggestion = null) =>
        Add(new Diagnostic(code, DiagnosticSeverity.Warning, message, location, remedy, suggestion));

    /// <summary>The value and the diagnostics in the order of the text; no value when there is an error.</summary>
    public Parsed<T> Result<T>(T? value)
        where T : class =>
        new(HasErrors ? null : value, [.. _diagnostics
            .OrderBy(d => d.Location is { Line: > 0 } ? d.Location.Line : int.MaxValue)
            .ThenBy(d => d.Location?.Column ?? 0)]);

    private void Add(Diagnostic diagnostic)
    {
        if (_diagnostics.Count < Most)
        {
            _diagnostics.Add(diagnostic with { Message = Printable(diagnostic.Message) });
        }
    }

    /// <summary>Messages quote what was written, and that must not steer a terminal.</summary>
    private static string Printable(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c)) : text;
}
