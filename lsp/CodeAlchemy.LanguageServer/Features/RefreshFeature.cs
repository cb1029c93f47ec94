using System.Text.Json.Serialization.Metadata;
using CodeAlchemy.LanguageServer.Hosting;
using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>Tells the client that what it shows of a document is old.</summary>
internal sealed class RefreshFeature(Session session, DiagnosticsFeature diagnostics)
{
    /// <summary>The document has a new trace, or none any more.</summary>
    public void Traced(string uri)
    {
        diagnostics.Refresh(uri);
        if (session.Client.RefreshesInlays)
        {
            _ = Ask("workspace/inlayHint/refresh");
        }

        if (session.Client.RefreshesLenses)
        {
            _ = Ask("workspace/codeLens/refresh");
        }
    }

    private async Task Ask(string method)
    {
        try
        {
            await session.Connection.Ask(method, new Empty(), ProtocolJson.Default.Empty, CancellationToken.None);
        }
        catch (RpcException)
        {
            // The client would rather not.
        }
    }
}
