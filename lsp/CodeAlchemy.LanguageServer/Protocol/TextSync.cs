namespace CodeAlchemy.LanguageServer.Protocol;

internal sealed record TextDocumentItem(string Uri, string LanguageId, int Version, string Text);

internal sealed record DidOpenParams(TextDocumentItem TextDocument);

internal sealed record DidChangeParams(VersionedTextDocumentIdentifier TextDocument, ContentChange[] ContentChanges);

internal sealed record ContentChange(string Text, Range? Range = null);

internal sealed record DidCloseParams(TextDocumentIdentifier TextDocument);
