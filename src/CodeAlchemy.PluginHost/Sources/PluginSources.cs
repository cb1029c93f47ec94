using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost.Archives;
using CodeAlchemy.PluginHost.Network;

namespace CodeAlchemy.PluginHost.Sources;

/// <summary>Opens sources. Thread-safe.</summary>
/// <param name="downloads">The network.</param>
/// <param name="programs">Starts git.</param>
/// <param name="feeds">Reads the feeds of the user's configuration, when one is named.</param>
/// <param name="credentials">Reads the user's credentials, when a feed names one.</param>
/// <param name="limits">What plugins may hold.</param>
public sealed class PluginSources(
    Downloads downloads, IHostProgram programs, Func<IReadOnlyList<PluginFeed>> feeds, Func<ICredentialSource?>? credentials = null, ArchiveLimits? limits = null)
{
    private readonly ArchiveLimits _limits = limits ?? ArchiveLimits.Default;

    /// <summary>The source of an origin with absolute paths. With a revision it gives exactly that.</summary>
    /// <exception cref="ProblemException">The feed is not in the user's configuration (exit 5), or the origin is none that a user could name.</exception>
    public IPluginSource Open(PluginOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        PluginReference.Check(origin);
        return origin.Kind switch
        {
            SourceKind.Folder => new FolderSource(origin, _limits),
            SourceKind.Archive => new ArchiveSource(origin, _limits),
            SourceKind.Url => new UrlSource(origin, downloads, _limits),
            SourceKind.Git => new GitSource(origin, programs, _limits),
            _ => Package(origin),
        };
    }

    private NuGetSource Package(PluginOrigin origin)
    {
        var name = origin.Location.Split('/')[0];
        var known = feeds();
        var feed = known.FirstOrDefault(feed => feed.Name == name);
        if (feed is null)
        {
            var nearest = NearestName.Find(name, known.Select(feed => feed.Name));
            throw PluginFaults.Mistake(
                PluginCodes.Source,
                $"Your configuration has no feed '{name}'.",
                nearest is null ? "Name its address in feeds.yaml in your own folder of the tool (docs/plugins.md); a project can't." : $"Did you mean '{nearest}'?",
                ExitCode.Configuration);
        }

        return new NuGetSource(origin, feed, feed.Credential is null ? null : credentials?.Invoke(), downloads, _limits);
    }
}
