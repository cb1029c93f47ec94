using CodeAlchemy.LanguageServer.Documents;

namespace CodeAlchemy.LanguageServer.Rpc;

/// <summary>What a request sees: the documents as they were when it arrived, and its end.</summary>
/// <param name="Documents">The documents.</param>
/// <param name="Token">Cancelled when the client cancels, or when an edit makes the answer stale.</param>
internal sealed record RequestScope(Snapshot Documents, CancellationToken Token)
{
    /// <summary>An open document.</summary>
    /// <exception cref="RpcException">It is not open.</exception>
    public Document Document(string uri) => Documents.Find(uri)
        ?? throw new RpcException(RpcError.InvalidParams, $"The document {uri} is not open: send textDocument/didOpen first.");
}
