namespace CodeAlchemy.Workspace.Editing;

/// <summary>What is known about documents of one kind; see <see cref="IEditorDocuments"/>. Thread-safe.</summary>
internal interface IDocumentEditor
{
    IEnumerable<EditorDiagnostic> Diagnose(DocumentInput document, CancellationToken cancellationToken);

    CompletionList Complete(DocumentInput document, TextLines lines, int offset, CancellationToken cancellationToken);

    HoverText? Hover(DocumentInput document, TextLines lines, int offset, CancellationToken cancellationToken);

    IEnumerable<EditorLocation> Definition(DocumentInput document, TextLines lines, int offset, CancellationToken cancellationToken);

    IEnumerable<DocumentSymbolItem> Symbols(DocumentInput document, TextLines lines, CancellationToken cancellationToken);
}
