using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost.Sources;

/// <summary>A place to get a plugin from.</summary>
public interface IPluginSource
{
    /// <summary>Puts what the source holds into a folder, which the caller made for it and takes away.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Where it came from, with the exact revision.</returns>
    /// <exception cref="ProblemException">It can't be had, or holds what no plugin may hold.</exception>
    Task<PluginOrigin> Fetch(string folder, CancellationToken cancellationToken);
}
