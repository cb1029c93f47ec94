using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.LanguageServer.Documents;
using CodeAlchemy.LanguageServer.Hosting;
using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;
using CodeAlchemy.Workspace.Editing;
using CompletionItem = CodeAlchemy.LanguageServer.Protocol.CompletionItem;
using CompletionList = CodeAlchemy.LanguageServer.Protocol.CompletionList;
using Diagnostic = CodeAlchemy.LanguageServer.Protocol.Diagnostic;
using TextEdit = CodeAlchemy.LanguageServer.Protocol.TextEdit;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>Manifests, plugins, cases, traces and templates: what is wrong with them, what may be written, what it means, where it comes from.</summary>
internal sealed class DocumentFeature(Session session) : IDiagnosticSource
{
    private const int Snippet = 2;

    public void Register(Router router)
    {
        var json = ProtocolJson.Default;
        router.Read("textDocument/completion", json.DocumentPositionParams, json.CompletionList, Complete);
        router.ReadMany("textDocument/definition", json.DocumentPositionParams, json.LocationArray, Define);
        router.ReadMany("textDocument/documentSymbol", json.DocumentParams, json.DocumentSymbolArray, Symbols);
        router.Work("codealchemy/preview", json.PreviewParams, json.PreviewResult, Preview);
    }

    public async Task<IReadOnlyList<Diagnostic>> Find(Document document, CancellationToken cancellationToken) =>
        [.. (await Diagnose(document, cancellationToken)).Select(found => Of(found, document))];

    /// <summary>Changes that mend what is wrong.</summary>
    public async Task<IReadOnlyList<DocumentFix>> Fixes(Document document, CancellationToken cancellationToken) =>
    [
        .. (await Diagnose(document, cancellationToken)).SelectMany(found => found.Fixes.Select((fix, index) => new DocumentFix(
            fix.Title, Of(found, document), [.. fix.Edits.Select(edit => new TextEdit(Of(edit.Range, document), edit.Text))], index == 0))),
    ];

    /// <summary>What is to be said about a place.</summary>
    public async Task<Hover?> Hover(Document document, Position position, CancellationToken cancellationToken)
    {
        var hover = await Ask(document, (documents, input) => documents.Hover(input, At(document, position), cancellationToken), null);
        return hover is null ? null : new Hover(new MarkupContent(hover.Markdown), Of(hover.Range, document));
    }

    private Task<IReadOnlyList<EditorDiagnostic>> Diagnose(Document document, CancellationToken cancellationToken) =>
        Ask<IReadOnlyList<EditorDiagnostic>>(document, (documents, input) => documents.Diagnose(input, cancellationToken), []);

    // Sources and other files are none of its documents, and are not looked into.
    private async Task<T> Ask<T>(Document document, Func<IEditorDocuments, DocumentInput, T> question, T otherwise)
    {
        var documents = (await session.Workspace).Documents;
        return documents.KindOf(document.Path, document.Text) is DocumentKind.Other or DocumentKind.Source
            ? otherwise
            : question(documents, new DocumentInput(document.Path, document.Text));
    }

    private async Task<CompletionList> Complete(DocumentPositionParams parameters, RequestScope scope)
    {
        var document = scope.Document(parameters.TextDocument.Uri);
        var found = await Ask(document, (documents, input) => documents.Complete(input, At(document, parameters.Position), scope.Token), null);
        if (found is null)
        {
            return new CompletionList(false, []);
        }

        var replace = Of(found.Replace, document);
        return new CompletionList(false, [.. found.Items.Select((item, index) => new CompletionItem(item.Label, Kind(item.Kind))
        {
            Detail = item.Detail,
            Documentation = item.Documentation is { Length: > 0 } text ? new MarkupContent(text) : null,
            InsertTextFormat = item.IsSnippet && session.Client.Snippets ? Snippet : null,
            TextEdit = new TextEdit(replace, item.IsSnippet && !session.Client.Snippets ? Plain(item.Insert) : item.Insert),
            SortText = index.ToString("d5", System.Globalization.CultureInfo.InvariantCulture),
        })]);
    }

    private async Task<IEnumerable<Location>> Define(DocumentPositionParams parameters, RequestScope scope)
    {
        var document = scope.Document(parameters.TextDocument.Uri);
        var found = await Ask(document, (documents, input) => documents.Definition(input, At(document, parameters.Position), scope.Token), []);

        // The other document is not open, or not in this version: its lines are taken as they are.
        return found.Select(place => new Location(DocumentUri.OfPath(place.Path), new Protocol.Range(
            new Position(place.Range.Start.Line, place.Range.Start.Column), new Position(place.Range.End.Line, place.Range.End.Column))));
    }

    private async Task<IEnumerable<DocumentSymbol>> Symbols(DocumentParams parameters, RequestScope scope)
    {
        var document = scope.Document(parameters.TextDocument.Uri);
        return (await Ask(document, (documents, input) => documents.Symbols(input, scope.Token), [])).Select(symbol => Of(symbol, document));
    }

    private async Task<PreviewResult> Preview(PreviewParams parameters, RequestScope scope)
    {
        var document = scope.Document(parameters.TextDocument.Uri);
        var documents = (await session.Workspace).Documents;
        var preview = await documents.Preview(new DocumentInput(document.Path, document.Text), parameters.Source, scope.Token);
        return new PreviewResult(preview.Text, preview.Fault is { } fault ? $"{fault.Message} {fault.Remedy}".Trim() : null, [.. preview.Placeholders]);
    }

    private static int Kind(CompletionKind kind) => kind switch
    {
        CompletionKind.Key => 10,
        CompletionKind.Value => 12,
        CompletionKind.File => 17,
        CompletionKind.Folder => 19,
        CompletionKind.Group => 9,
        CompletionKind.Keyword => 14,
        CompletionKind.Variable => 6,
        CompletionKind.Function => 3,
        _ => 1,
    };

    // Without snippets the places to fill stand empty.
    private static string Plain(string snippet) => System.Text.RegularExpressions.Regex.Replace(snippet, @"\$\{\d+:?([^}]*)\}|\$\d+", "$1");

    private Diagnostic Of(EditorDiagnostic found, Document document) => new(
        Of(found.Range, document),
        found.Severity switch { DiagnosticSeverity.Error => 1, DiagnosticSeverity.Warning => 2, _ => 3 },
        found.Code,
        found.Remedy is { Length: > 0 } remedy ? $"{found.Message} {remedy}" : found.Message)
    {
        CodeDescription = found.Documentation is { } page ? new CodeDescription(DocumentUri.OfPath(Path.Combine(session.Root, page))) : null,
    };

    private static DocumentSymbol Of(DocumentSymbolItem symbol, Document document) => new(
        symbol.Name.Length > 0 ? symbol.Name : "-", 20, Of(symbol.Range, document), Of(symbol.Selection, document))
    {
        Detail = symbol.Detail,
        Children = [.. symbol.Children.Select(child => Of(child, document))],
    };

    private static Protocol.Range Of(TextRange range, Document document) => new(Of(range.Start, document), Of(range.End, document));

    private static Position Of(TextPosition position, Document document) => document.Lines.FromUtf16(position.Line, position.Column);

    private static TextPosition At(Document document, Position position) => new(position.Line, document.Lines.Utf16Column(position));
}

/// <param name="Title">What it does.</param>
/// <param name="Diagnostic">What it mends.</param>
/// <param name="Edits">The changes.</param>
/// <param name="IsFirst">Whether it is the likeliest for its diagnostic.</param>
internal sealed record DocumentFix(string Title, Diagnostic Diagnostic, TextEdit[] Edits, bool IsFirst);
