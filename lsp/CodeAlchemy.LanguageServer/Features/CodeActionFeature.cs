using CodeAlchemy.LanguageServer.Hosting;
using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>Fixes for what is wrong at a place, and what can be done with the program there.</summary>
internal sealed class CodeActionFeature(Session session, LensFeature lenses, DocumentFeature documents)
{
    private const string QuickFix = "quickfix";

    public void Register(Router router) => router.ReadMany(
        "textDocument/codeAction", ProtocolJson.Default.CodeActionParams, ProtocolJson.Default.CodeActionArray, Find);

    private async Task<IEnumerable<CodeAction>> Find(CodeActionParams parameters, RequestScope scope)
    {
        var document = scope.Document(parameters.TextDocument.Uri);
        var found = new List<CodeAction>();
        if (Wanted(parameters, QuickFix))
        {
            found.AddRange((await documents.Fixes(document, scope.Token))
                .Where(fix => Touch(fix.Diagnostic.Range, parameters.Range))
                .Select(fix => new CodeAction(fix.Title, QuickFix)
                {
                    Diagnostics = [fix.Diagnostic],
                    IsPreferred = fix.IsFirst,
                    Edit = Edit(document.Uri, document.Version, fix.Edits),
                }));
        }

        if (Wanted(parameters, "source.codealchemy"))
        {
            found.AddRange(await lenses.Actions(document, parameters.Range.Start.Line));
        }

        return found;
    }

    // An edit that names its version can't be put into another text.
    private WorkspaceEdit Edit(string uri, int version, TextEdit[] edits) => session.Client.VersionedEdits
        ? new WorkspaceEdit { DocumentChanges = [new TextDocumentEdit(new VersionedTextDocumentIdentifier(uri, version), edits)] }
        : new WorkspaceEdit { Changes = new Dictionary<string, TextEdit[]> { [uri] = edits } };

    private static bool Wanted(CodeActionParams parameters, string kind) =>
        parameters.Context.Only is not { } only || only.Any(wanted => wanted.Length == 0 || kind == wanted || kind.StartsWith(wanted + ".", StringComparison.Ordinal));

    private static bool Touch(Protocol.Range a, Protocol.Range b) => Compare(a.Start, b.End) <= 0 && Compare(b.Start, a.End) <= 0;

    private static int Compare(Position a, Position b) => a.Line != b.Line ? a.Line.CompareTo(b.Line) : a.Character.CompareTo(b.Character);
}
