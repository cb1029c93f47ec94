using CodeAlchemy.LanguageServer.Hosting;

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
            session.Connection.Suggest("workspace/inlayHint/refresh");
        }

        if (session.Client.RefreshesLenses)
        {
            session.Connection.Suggest("workspace/codeLens/refresh");
        }
    }
}
