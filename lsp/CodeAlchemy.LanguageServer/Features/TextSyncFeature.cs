using CodeAlchemy.LanguageServer.Documents;
using CodeAlchemy.LanguageServer.Hosting;
using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>Keeps the documents as the client has them.</summary>
internal sealed class TextSyncFeature(Session session, TraceStore traces, DiagnosticsFeature diagnostics, Router router)
{
    public void Register()
    {
        router.Change("textDocument/didOpen", ProtocolJson.Default.DidOpenParams, parameters => Open(parameters.TextDocument));
        router.Change("textDocument/didChange", ProtocolJson.Default.DidChangeParams, Edit);
        router.Change("textDocument/didClose", ProtocolJson.Default.DidCloseParams, parameters => Close(parameters.TextDocument.Uri));
        router.Change("textDocument/didSave", ProtocolJson.Default.JsonElement, _ => { });
    }

    private void Open(TextDocumentItem item)
    {
        var document = new Document(item.Uri, item.LanguageId, item.Version, item.Text, session.Encoding);
        session.Documents = session.Documents.With(document);
        diagnostics.Changed(document);
    }

    private void Edit(DidChangeParams parameters)
    {
        var uri = parameters.TextDocument.Uri;
        var before = session.Documents.Find(uri)
            ?? throw new RpcException(RpcError.InvalidParams, $"{uri} was changed but is not open.");
        var after = before.With(parameters.TextDocument.Version ?? before.Version + 1, parameters.ContentChanges);
        session.Documents = session.Documents.With(after);
        router.Outdate(uri);
        diagnostics.Changed(after);
    }

    private void Close(string uri)
    {
        session.Documents = session.Documents.Without(uri);
        router.Outdate(uri);
        traces.Remove(uri);
        diagnostics.Closed(uri);
    }
}
