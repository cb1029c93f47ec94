using System.Text.Json;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Execution.Renderings;
using CodeAlchemy.Execution.Tracing;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>Traces in their canonical form.</summary>
internal sealed class TraceEditor(Installation installation) : IDocumentEditor
{
    private const int MostSymbols = 500;

    private readonly BoundedCache<string[]> _sentences = new(4);

    public IEnumerable<EditorDiagnostic> Diagnose(DocumentInput document, CancellationToken cancellationToken)
    {
        var lines = new TextLines(document.Text);
        var maker = new DiagnosticMaker(lines, Path.Combine(installation.Options.Root, "docs", "tracing.md"));
        return TraceJson.Check(document.Text, document.Path, cancellationToken).Select(diagnostic => Make(diagnostic, lines, maker));
    }

    public CompletionList Complete(DocumentInput document, TextLines lines, int offset, CancellationToken cancellationToken) => new([], lines.Range(offset, 0));

    public HoverText? Hover(DocumentInput document, TextLines lines, int offset, CancellationToken cancellationToken)
    {
        var line = lines.At(offset).Line;
        var text = lines.Line(line);
        var sentence = TraceJson.EventOf(text) is { } e ? Sentence(document, lines, e, cancellationToken)
            : TraceJson.HeaderOf(text) is { } header ? $"A trace of a program in {header.Language} {header.LanguageVersion}, made by the tracer {header.Tracer} with isolation {header.Isolation.ToString().ToLowerInvariant()}."
            : EndOf(text);
        return sentence is null ? null : new HoverText(sentence, lines.LineRange(line));
    }

    public IEnumerable<EditorLocation> Definition(DocumentInput document, TextLines lines, int offset, CancellationToken cancellationToken)
    {
        if (TraceJson.EventOf(lines.Line(lines.At(offset).Line)) is not { Line: > 0 } e || SourceOf(document, lines, e.File) is not { } file)
        {
            return [];
        }

        var at = new TextPosition(e.Line - 1, 0);
        return [new EditorLocation(file, new TextRange(at, at))];
    }

    public IEnumerable<DocumentSymbolItem> Symbols(DocumentInput document, TextLines lines, CancellationToken cancellationToken) =>
        Enumerable.Range(0, lines.Count)
            .Where(line => lines.Line(line).Contains("\"call\"", StringComparison.Ordinal))
            .Select(line => (line, e: TraceJson.EventOf(lines.Line(line))))
            .Where(pair => pair.e is { Kind: TraceEventKind.Call })
            .Take(MostSymbols)
            .Select(pair => new DocumentSymbolItem(pair.e!.Function ?? "", $"frame {pair.e.Frame}", lines.LineRange(pair.line), lines.LineRange(pair.line), []));

    private static EditorDiagnostic Make(Diagnostic diagnostic, TextLines lines, DiagnosticMaker maker)
    {
        if (diagnostic.Location is not { Line: > 0, Column: > 0 } location)
        {
            return maker.Make(diagnostic);
        }

        var line = Math.Min(location.Line, lines.Count) - 1;
        var start = lines.OffsetOf(new TextPosition(line, location.Column - 1));
        var rest = lines.OffsetOf(lines.LineRange(line).End) - start;
        return maker.Make(diagnostic, start, rest, null);
    }

    // The rendering `narrative` has one sentence for each event. A broken trace has none; then the event is told by itself.
    private string Sentence(DocumentInput document, TextLines lines, TraceEvent e, CancellationToken cancellationToken)
    {
        var sentences = _sentences.Get(document.Path, document.Text, () => Narrate(document, lines));
        cancellationToken.ThrowIfCancellationRequested();
        return e.Sequence <= sentences.Length ? sentences[e.Sequence - 1] : $"Event {e.Sequence}: {e.Kind.ToString().ToLowerInvariant()}{(e.Line > 0 ? $", line {e.Line}" : "")}.";
    }

    private string[] Narrate(DocumentInput document, TextLines lines)
    {
        if (TraceJson.Read(document.Text, document.Path).Value is not { } trace)
        {
            return [];
        }

        var source = SourceOf(document, lines, null) is { } file ? File.ReadAllText(file) : "";
        var told = TraceRenderings.Render(trace, source, "narrative").TrimEnd('\n').Split('\n');
        return told.Length == trace.Events.Length + 1 ? told : [];
    }

    // total.py.trace.jsonl or total.trace.jsonl beside total.py.
    private string? SourceOf(DocumentInput document, TextLines lines, string? other)
    {
        var folder = Path.GetDirectoryName(document.Path)!;
        if (other is not null)
        {
            return !other.Contains('\0') && Path.GetFullPath(other, folder) is var path && File.Exists(path) ? path : null;
        }

        var name = Path.GetFileName(document.Path);
        foreach (var ending in new[] { ".jsonl", ".trace" })
        {
            name = name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name[..^ending.Length] : name;
        }

        var extensions = TraceJson.HeaderOf(lines.Line(0)) is { } header ? installation.Plugins.FindLanguage(header.Language)?.Extensions ?? [] : [];
        return extensions.Select(extension => name + extension).Prepend(name).Select(candidate => Path.Combine(folder, candidate)).FirstOrDefault(File.Exists);
    }

    private static string? EndOf(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("status", out var status) && root.TryGetProperty("exitCode", out var code)
                ? $"The program ends: {status}, exit status {(code.ValueKind == JsonValueKind.Null ? "none" : code.ToString())}."
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
