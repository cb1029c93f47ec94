using CodeAlchemy.PluginHost.Archives;

namespace CodeAlchemy.PluginHost.Sources;

/// <summary>A folder of this machine; copied by the rules of archives.</summary>
internal sealed class FolderSource(PluginOrigin origin, ArchiveLimits limits) : IPluginSource
{
    public Task<PluginOrigin> Fetch(string folder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(origin.Location))
        {
            throw PluginFaults.Failure(PluginCodes.Source, $"There is no folder '{origin.Location}'.", "Bring it back, or install the plugin from where it is now.");
        }

        FolderCopy.Copy(origin.Location, folder, limits);
        return Task.FromResult(origin);
    }
}
