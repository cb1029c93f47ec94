using System.Collections.Concurrent;
using CodeAlchemy.LanguageServer.Documents;
using CodeAlchemy.LanguageServer.Hosting;
using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>
/// Diagnostics of documents: pulled by clients that do so, pushed to the others. A push waits a moment for the next edit, and its version
/// is that of the text it was made from.
/// </summary>
internal sealed class DiagnosticsFeature(Session session, IReadOnlyList<IDiagnosticSource> sources)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _pending = new(StringComparer.Ordinal);

    public void Register(Router router) => router.Read(
        "textDocument/diagnostic", ProtocolJson.Default.DocumentParams, ProtocolJson.Default.DocumentDiagnosticReport,
        async (parameters, scope) => new DocumentDiagnosticReport(await Of(scope.Document(parameters.TextDocument.Uri), scope.Token)));

    /// <summary>Finds what is to be said of a document.</summary>
    public async Task<Diagnostic[]> Of(Document document, CancellationToken cancellationToken)
    {
        var found = new List<Diagnostic>();
        foreach (var source in sources)
        {
            found.AddRange(await source.Find(document, cancellationToken));
        }

        return [.. found];
    }

    /// <summary>A document has a new text.</summary>
    public void Changed(Document document) => Push(document.Uri, Pause);

    /// <summary>What is known of a document has changed.</summary>
    public void Refresh(string uri)
    {
        if (session.Client.RefreshesDiagnostics && session.Client.PullDiagnostics)
        {
            session.Connection.Suggest("workspace/diagnostic/refresh");
        }

        Push(uri, TimeSpan.Zero);
    }

    /// <summary>A document is closed: what was said of it is taken back.</summary>
    public void Closed(string uri)
    {
        if (_pending.TryRemove(uri, out var pending))
        {
            pending.Cancel();
        }

        if (!session.Client.PullDiagnostics)
        {
            session.Connection.Notify("textDocument/publishDiagnostics", new PublishDiagnosticsParams(uri, null, []), ProtocolJson.Default.PublishDiagnosticsParams);
        }
    }

    private void Push(string uri, TimeSpan pause)
    {
        if (session.Client.PullDiagnostics)
        {
            return;
        }

        var stop = Renew(uri);
        _ = Task.Run(async () =>
        {
            try
            {
                await Task.Delay(pause, stop.Token);
                if (session.Documents.Find(uri) is { } document)
                {
                    var found = await Of(document, stop.Token);
                    stop.Token.ThrowIfCancellationRequested();
                    session.Connection.Notify(
                        "textDocument/publishDiagnostics", new PublishDiagnosticsParams(uri, document.Version, found), ProtocolJson.Default.PublishDiagnosticsParams);
                }
            }
            catch (OperationCanceledException)
            {
                // A newer text has its own.
            }
            catch (Exception fault)
            {
                session.Connection.Log(1, $"diagnostics of {uri} failed: {fault}");
            }
        });
    }

    private CancellationTokenSource Renew(string uri)
    {
        var next = new CancellationTokenSource();
        _pending.AddOrUpdate(uri, next, (_, earlier) =>
        {
            earlier.Cancel();
            return next;
        });
        return next;
    }
}

/// <summary>Something that has diagnostics for documents. Thread-safe.</summary>
internal interface IDiagnosticSource
{
    /// <summary>Diagnostics of a document at its version.</summary>
    Task<IReadOnlyList<Diagnostic>> Find(Document document, CancellationToken cancellationToken);
}
