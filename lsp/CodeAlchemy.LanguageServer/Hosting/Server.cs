using CodeAlchemy.LanguageServer.Features;
using CodeAlchemy.LanguageServer.Rpc;
using CodeAlchemy.Workspace;

namespace CodeAlchemy.LanguageServer.Hosting;

/// <summary>Puts a session together and runs it from the first byte to the last.</summary>
internal static class Server
{
    /// <summary>Serves one client.</summary>
    /// <returns>0 after an orderly end, 1 when the client left without <c>shutdown</c>.</returns>
    public static async Task<int> Run(Stream input, Stream output, WorkspaceOptions options)
    {
        using var exit = new CancellationTokenSource();
        await using var connection = new Connection(input, output);
        using var session = new Session(options, connection);
        var router = new Router(connection, () => session.Documents);
        var lifecycle = Compose(session, router, exit);
        try
        {
            // A read of the console's input can't be cancelled: it is left behind.
            await connection.Listen(router.Take, exit.Token).WaitAsync(exit.Token);
        }
        catch (OperationCanceledException)
        {
            // exit was asked for, or the client is gone.
        }

        await router.Stop();
        return lifecycle.Orderly ? 0 : 1;
    }

    private static LifecycleFeature Compose(Session session, Router router, CancellationTokenSource exit)
    {
        var tokens = new ProgressTokens();
        var traces = new TraceStore();
        var sources = new SourceCache(session);
        var predictions = new PredictionFeature(session, traces);
        var documents = new DocumentFeature(session);
        var diagnostics = new DiagnosticsFeature(session, [documents, new TraceDiagnostics(session, predictions)]);
        var refresh = new RefreshFeature(session, diagnostics);
        var tracing = new TracingFeature(session, traces, tokens, refresh);
        var values = new ValuesFeature(session, predictions);
        var lifecycle = new LifecycleFeature(session, tokens, exit);

        lifecycle.Register(router);
        new TextSyncFeature(session, traces, diagnostics, router).Register();
        diagnostics.Register(router);
        tracing.Register(router);
        predictions.Register(router, tracing, refresh);
        values.Register(router);
        new HoverFeature(values, documents).Register(router);
        var lenses = new LensFeature(session, sources, predictions);
        lenses.Register(router);
        documents.Register(router);
        new CodeActionFeature(session, lenses, documents).Register(router);
        new FoldingFeature(sources, predictions).Register(router);
        var reviews = new ReviewFeature(session);
        var generate = new GenerateFeature(session, tokens, reviews);
        reviews.Register(router);
        generate.Register(router);
        new PluginFeature(session, sources).Register(router);
        new CommandFeature(tracing, predictions, generate, traces, refresh).Register(router);
        return lifecycle;
    }
}
