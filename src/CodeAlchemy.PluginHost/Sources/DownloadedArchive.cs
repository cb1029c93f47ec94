using System.Net.Http.Headers;
using CodeAlchemy.PluginHost.Archives;
using CodeAlchemy.PluginHost.Network;

namespace CodeAlchemy.PluginHost.Sources;

/// <summary>Fetches an archive to a file beside the folder it is unpacked to.</summary>
internal static class DownloadedArchive
{
    public static async Task Fetch(
        Downloads downloads, Uri address, AuthenticationHeaderValue? authorization, string folder, ArchiveLimits limits, CancellationToken cancellationToken)
    {
        var file = folder + ".download";
        try
        {
            await using (var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write))
            {
                await downloads.Get(address, authorization, target, cancellationToken).ConfigureAwait(false);
            }

            PluginArchive.Extract(file, folder, limits);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
