using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Workspace.Editing;

/// <inheritdoc/>
public sealed class EditorDocuments : IEditorDocuments
{
    private const int MostOpen = 32;

    private readonly Installation _installation;
    private readonly BoundedCache<TextLines> _lines = new(MostOpen);
    private readonly TemplateEditor _templates;
    private readonly Dictionary<DocumentKind, IDocumentEditor> _editors;

    internal EditorDocuments(Installation installation)
    {
        _installation = installation;
        _templates = new TemplateEditor(installation);
        _editors = new Dictionary<DocumentKind, IDocumentEditor>
        {
            [DocumentKind.Pipeline] = new PipelineEditor(installation),
            [DocumentKind.Plugin] = new PluginEditor(installation),
            [DocumentKind.Cases] = new CasesEditor(installation),
            [DocumentKind.Trace] = new TraceEditor(installation),
            [DocumentKind.Template] = _templates,
        };
    }

    /// <inheritdoc/>
    public DocumentKind KindOf(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        return DocumentKinds.Of(path, text, _installation.Plugins.Detector);
    }

    /// <inheritdoc/>
    public IReadOnlyList<EditorDiagnostic> Diagnose(DocumentInput document, CancellationToken cancellationToken) =>
        Ask(document, (editor, input) => editor.Diagnose(input, cancellationToken).ToArray(), [], cancellationToken);

    /// <inheritdoc/>
    public CompletionList Complete(DocumentInput document, TextPosition at, CancellationToken cancellationToken)
    {
        var none = new CompletionList([], new TextRange(at, at));
        return Ask(document, (editor, input) => Lines(input) is var lines ? editor.Complete(input, lines, lines.OffsetOf(at), cancellationToken) : none, none, cancellationToken);
    }

    /// <inheritdoc/>
    public HoverText? Hover(DocumentInput document, TextPosition at, CancellationToken cancellationToken) =>
        Ask(document, (editor, input) => Lines(input) is var lines ? editor.Hover(input, lines, lines.OffsetOf(at), cancellationToken) : null, null, cancellationToken);

    /// <inheritdoc/>
    public IReadOnlyList<EditorLocation> Definition(DocumentInput document, TextPosition at, CancellationToken cancellationToken) =>
        Ask(document, (editor, input) => Lines(input) is var lines ? editor.Definition(input, lines, lines.OffsetOf(at), cancellationToken).ToArray() : [], [], cancellationToken);

    /// <inheritdoc/>
    public IReadOnlyList<DocumentSymbolItem> Symbols(DocumentInput document, CancellationToken cancellationToken) =>
        Ask(document, (editor, input) => editor.Symbols(input, Lines(input), cancellationToken).ToArray(), [], cancellationToken);

    /// <inheritdoc/>
    public Task<PromptPreview> Preview(DocumentInput template, string sourcePath, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(sourcePath);
        return Task.Run(() => _templates.Preview(Clean(template), sourcePath), cancellationToken);
    }

    private TextLines Lines(DocumentInput document) => _lines.Get("lines", document.Text, () => new TextLines(document.Text));

    // The disk may say no to what a document names; an editor is told less then, and never of a failure.
    private T Ask<T>(DocumentInput document, Func<IDocumentEditor, DocumentInput, T> ask, T otherwise, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        cancellationToken.ThrowIfCancellationRequested();
        var input = Clean(document);
        if (!_editors.TryGetValue(KindOf(input.Path, input.Text), out var editor))
        {
            return otherwise;
        }

        try
        {
            return ask(editor, input);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ProblemException)
        {
            return otherwise;
        }
    }

    private static DocumentInput Clean(DocumentInput document)
    {
        var path = document.Path.Replace('\0', '_');
        return document with { Path = Path.GetFullPath(path.Length == 0 ? "untitled" : path) };
    }
}
