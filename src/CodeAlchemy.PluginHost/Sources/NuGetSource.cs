using System.Net.Http.Headers;
using System.Text.Json;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost.Archives;
using CodeAlchemy.PluginHost.Network;

namespace CodeAlchemy.PluginHost.Sources;

/// <summary>
/// A package of a feed: the flat container of the NuGet protocol
/// (https://learn.microsoft.com/nuget/api/package-base-address-resource).
/// </summary>
internal sealed class NuGetSource(PluginOrigin origin, PluginFeed feed, ICredentialSource? credentials, Downloads downloads, ArchiveLimits limits) : IPluginSource
{
    private const int MostVersionsBytes = 8 << 20;

    private readonly string _package = origin.Location[(origin.Location.IndexOf('/', StringComparison.Ordinal) + 1)..].ToLowerInvariant();

    public async Task<PluginOrigin> Fetch(string folder, CancellationToken cancellationToken)
    {
        var authorization = Authorization();
        var version = origin.Revision ?? await Choose(authorization, cancellationToken).ConfigureAwait(false);
        var address = new Uri(feed.Address, $"{_package}/{version}/{_package}.{version}.nupkg");
        await DownloadedArchive.Fetch(downloads, address, authorization, folder, limits, cancellationToken).ConfigureAwait(false);
        return origin with { Revision = version };
    }

    private AuthenticationHeaderValue? Authorization() =>
        feed.Credential is { } name && credentials?.Secret(name, feed.Address) is { } secret ? new AuthenticationHeaderValue("Bearer", secret) : null;

    private async Task<string> Choose(AuthenticationHeaderValue? authorization, CancellationToken cancellationToken)
    {
        var versions = await Versions(authorization, cancellationToken).ConfigureAwait(false);
        if (origin.Reference is { } wanted)
        {
            return versions.FirstOrDefault(version => SemanticVersion.Same(version, wanted)) ?? throw Missing($"has no version {wanted}", versions);
        }

        // Without a wish the newest release; a preview only where there is nothing else.
        return versions.OrderByDescending(version => !version.Contains('-', StringComparison.Ordinal)).ThenByDescending(version => version, SemanticVersion.Order).FirstOrDefault()
            ?? throw Missing("has no versions", versions);
    }

    private async Task<string[]> Versions(AuthenticationHeaderValue? authorization, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        await downloads.Get(new Uri(feed.Address, $"{_package}/index.json"), authorization, text, cancellationToken).ConfigureAwait(false);
        try
        {
            using var index = JsonDocument.Parse(text.Length <= MostVersionsBytes ? text.ToArray() : throw new JsonException("it is too large"));
            return [.. index.RootElement.GetProperty("versions").EnumerateArray().Select(version => (version.GetString() ?? "").ToLowerInvariant()).Where(SemanticVersion.IsVersion)];
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw PluginFaults.Failure(PluginCodes.Source, $"The feed '{feed.Name}' gives no list of versions of '{_package}'.", "Check the address of the feed: it must be that of its flat container.", failure);
        }
    }

    private ProblemException Missing(string what, string[] versions) => PluginFaults.Failure(
        PluginCodes.Source,
        $"The package '{_package}' of the feed '{feed.Name}' {what}.",
        versions.Length == 0 ? "Check the name of the package." : $"It has: {string.Join(", ", versions.OrderDescending(SemanticVersion.Order).Take(5))}.");
}
