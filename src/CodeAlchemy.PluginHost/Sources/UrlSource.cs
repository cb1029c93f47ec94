using CodeAlchemy.PluginHost.Archives;
using CodeAlchemy.PluginHost.Network;

namespace CodeAlchemy.PluginHost.Sources;

/// <summary>An archive behind a web address.</summary>
internal sealed class UrlSource(PluginOrigin origin, Downloads downloads, ArchiveLimits limits) : IPluginSource
{
    public async Task<PluginOrigin> Fetch(string folder, CancellationToken cancellationToken)
    {
        await DownloadedArchive.Fetch(downloads, new Uri(origin.Location), null, folder, limits, cancellationToken).ConfigureAwait(false);
        return origin;
    }
}
