using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests;

namespace CodeAlchemy.PluginHost;

/// <summary>Whether a plugin works with this host, decided before anything of it is loaded.</summary>
internal static class HostVersionCheck
{
    public const string Remedy = "Install a version of the plugin, or of the tool, so that they fit.";

    public static bool Fits(PluginDefinition plugin) =>
        VersionRange.TryParse(plugin.RequiresHost, out var range) && range.Contains(HostContract.Version);

    public static string Message(PluginDefinition plugin) =>
        $"The plugin '{plugin.Id}' {plugin.Version} needs the host contract {plugin.RequiresHost}, but this host offers {HostContract.Version}.";
}
