using CodeAlchemy.PluginHost.Archives;

namespace CodeAlchemy.PluginHost.Sources;

/// <summary>An archive file of this machine.</summary>
internal sealed class ArchiveSource(PluginOrigin origin, ArchiveLimits limits) : IPluginSource
{
    public Task<PluginOrigin> Fetch(string folder, CancellationToken cancellationToken)
    {
        if (!File.Exists(origin.Location))
        {
            throw PluginFaults.Failure(PluginCodes.Source, $"There is no file '{origin.Location}'.", "Bring it back, or install the plugin from where it is now.");
        }

        PluginArchive.Extract(origin.Location, folder, limits);
        return Task.FromResult(origin);
    }
}
