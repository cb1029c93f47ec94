using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Editing;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>What the kinds of YAML documents share.</summary>
/// <param name="documentation">Path of the page about the format.</param>
/// <param name="schema">What may stand in the document.</param>
internal abstract class YamlEditor(string documentation, DocumentSchema schema) : IDocumentEditor
{
    private static readonly TextRange Beginning = new(new TextPosition(0, 0), new TextPosition(0, 0));

    private readonly BoundedCache<EditedDocument> _documents = new(16);

    public IEnumerable<EditorDiagnostic> Diagnose(DocumentInput document, CancellationToken cancellationToken)
    {
        var edited = Read(document, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var maker = new DiagnosticMaker(new TextLines(document.Text), documentation);
        return Check(document).Select(diagnostic => Make(diagnostic, edited, maker, document.Text.Length));
    }

    public CompletionList Complete(DocumentInput document, TextLines lines, int offset, CancellationToken cancellationToken)
    {
        var choices = Read(document, cancellationToken).Complete(offset, cancellationToken);
        var items = choices.Items.Select(choice => new CompletionItem(
            choice.Label, choice.Kind == DocumentChoiceKind.Key ? CompletionKind.Key : CompletionKind.Value, choice.Detail, choice.Documentation, choice.Insert, choice.IsSnippet));
        if (choices.IsPath)
        {
            var begun = document.Text[choices.Start..offset];
            items = items.Concat(DocumentFiles.Below(Path.GetDirectoryName(document.Path)!, begun).Select(entry => new CompletionItem(
                entry.Path, entry.IsFolder ? CompletionKind.Folder : CompletionKind.File, "", null, choices.Before + EditedDocument.Quote(entry.Path) + choices.After)));
        }

        return new CompletionList([.. items], choices.Items.IsEmpty && !choices.IsPath ? lines.Range(offset, 0) : lines.Range(choices.Start, choices.Length));
    }

    public HoverText? Hover(DocumentInput document, TextLines lines, int offset, CancellationToken cancellationToken)
    {
        var edited = Read(document, cancellationToken);
        if (edited.PlaceAt(offset) is not { } place)
        {
            return null;
        }

        var text = string.Join("\n\n", new[] { Describe(place), edited.Describe(offset) }.OfType<string>());
        return text.Length == 0 ? null : new HoverText(text, lines.Range(place.Start, place.Length));
    }

    public IEnumerable<EditorLocation> Definition(DocumentInput document, TextLines lines, int offset, CancellationToken cancellationToken) =>
        Read(document, cancellationToken).PlaceAt(offset) is { } place
            ? Files(document, place).Where(File.Exists).Select(file => new EditorLocation(file, Beginning))
            : [];

    public IEnumerable<DocumentSymbolItem> Symbols(DocumentInput document, TextLines lines, CancellationToken cancellationToken)
    {
        return Read(document, cancellationToken).Keys().Select(Symbol);

        DocumentSymbolItem Symbol(DocumentKey key) => new(
            key.Name, key.Detail, lines.Range(key.Start, key.End - key.Start), lines.Range(key.Start, key.NameLength), [.. key.Children.Select(Symbol)]);
    }

    /// <summary>What the reader of the kind says.</summary>
    protected abstract ImmutableArray<Diagnostic> Check(DocumentInput document);

    /// <summary>The files that a value means; they need not be there.</summary>
    protected virtual IEnumerable<string> Files(DocumentInput document, DocumentPlace place) => [];

    /// <summary>What is known about a value beside its schema, as Markdown.</summary>
    protected virtual string? Describe(DocumentPlace place) => null;

    private static EditorDiagnostic Make(Diagnostic diagnostic, EditedDocument edited, DiagnosticMaker maker, int length)
    {
        if (diagnostic.Location is not { Line: > 0 } location)
        {
            return maker.Make(diagnostic);
        }

        var (start, covered) = edited.Locate(location);
        return start + covered <= length ? maker.Make(diagnostic, start, covered, edited.Fix(diagnostic)) : maker.Make(diagnostic);
    }

    private EditedDocument Read(DocumentInput document, CancellationToken cancellationToken) =>
        _documents.Get("", document.Text, () => EditedDocument.Read(document.Text, schema, cancellationToken));
}
