namespace CodeAlchemy.Workspace.Editing;

/// <summary>
/// What an editor may ask about a document: manifests, <c>plugin.yaml</c>, cases, traces and templates. Positions are lines and columns from 0
/// in UTF-16 code units; one that lies outside of the text means its nearest end. Nothing is run, written or loaded, and no text is refused.
/// Implementations are thread-safe.
/// </summary>
public interface IEditorDocuments
{
    /// <summary>Tells what a document is, by its name and, for YAML, by <c>apiVersion</c> and <c>kind</c>.</summary>
    DocumentKind KindOf(string path, string text);

    /// <summary>What is wrong, as <c>validate</c>, <c>plugin validate</c> and <c>prompt lint</c> say it.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled; so for all of these.</exception>
    IReadOnlyList<EditorDiagnostic> Diagnose(DocumentInput document, CancellationToken cancellationToken);

    /// <summary>What may be written at a place.</summary>
    CompletionList Complete(DocumentInput document, TextPosition at, CancellationToken cancellationToken);

    /// <summary>What is to be said about a place, or <see langword="null"/>.</summary>
    HoverText? Hover(DocumentInput document, TextPosition at, CancellationToken cancellationToken);

    /// <summary>Where that comes from what stands at a place: plugins, templates, files, and the source of a trace.</summary>
    IReadOnlyList<EditorLocation> Definition(DocumentInput document, TextPosition at, CancellationToken cancellationToken);

    /// <summary>The outline.</summary>
    IReadOnlyList<DocumentSymbolItem> Symbols(DocumentInput document, CancellationToken cancellationToken);

    /// <summary>Renders a template for a program; what only a run knows stands as <c>‹name›</c>.</summary>
    /// <param name="template">The template.</param>
    /// <param name="sourcePath">The program.</param>
    /// <param name="cancellationToken">Stops the work before it begins.</param>
    Task<PromptPreview> Preview(DocumentInput template, string sourcePath, CancellationToken cancellationToken);
}
