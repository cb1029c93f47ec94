using System.Collections.Concurrent;
using System.Globalization;
using CodeAlchemy.LanguageServer.Documents;
using CodeAlchemy.LanguageServer.Rpc;
using CodeAlchemy.Workspace.Editing;

namespace CodeAlchemy.LanguageServer.Hosting;

/// <summary>The last trace of each open document. Thread-safe.</summary>
internal sealed class TraceStore
{
    private readonly ConcurrentDictionary<string, StoredTrace> _byUri = new(StringComparer.Ordinal);
    private long _last;

    /// <summary>Keeps a trace in place of the document's earlier one.</summary>
    public StoredTrace Put(Document document, TraceAttempt attempt)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref _last)}");
        return _byUri[document.Uri] = new StoredTrace(id, document.Uri, document.Version, attempt);
    }

    /// <summary>The trace of a document as it stands; <see langword="null"/> when it was edited since.</summary>
    public StoredTrace? Of(Document document) =>
        _byUri.TryGetValue(document.Uri, out var stored) && stored.Version == document.Version ? stored : null;

    /// <summary>A trace by its name.</summary>
    /// <exception cref="RpcException">It is not kept any more.</exception>
    public LiveTrace Require(string id) =>
        _byUri.Values.FirstOrDefault(stored => stored.Id == id)?.Attempt.Trace
        ?? throw new RpcException(RpcError.RequestFailed, $"The trace {id} is not kept any more: trace the document again.");

    /// <summary>Forgets the trace of a document.</summary>
    public void Remove(string uri) => _byUri.TryRemove(uri, out _);
}

/// <param name="Id">Name of the trace.</param>
/// <param name="Uri">The document.</param>
/// <param name="Version">Its version when it was run.</param>
/// <param name="Attempt">What came of it.</param>
internal sealed record StoredTrace(string Id, string Uri, int Version, TraceAttempt Attempt);
