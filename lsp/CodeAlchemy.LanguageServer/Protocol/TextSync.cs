namespace CodeAlchemy.LanguageServer.Protocol;

internal sealed record TextDocumentItem(string Uri, string LanguageId, int Version, string Text);

internal sealed record DidOpenParams(TextDocumentItem TextDocument);

internal sealed record DidChangeParams(VersionedTextDocumentIdentifier TextDocument, ContentChange[] ContentChanges);

internal sealed record ContentChange(Range? Range, string Text);

internal sealed record DidCloseParams(TextDocumentIdentifier TextDocument);
