using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Manifests.Tests;

/// <summary>Reads a fixture with the reader that the beginning of its name tells.</summary>
internal static class Documents
{
    public static (bool HasValue, ImmutableArray<Diagnostic> Diagnostics) Read(string folder, string name) =>
        Read(name, Fixtures.Text(folder, name), name);

    public static (bool HasValue, ImmutableArray<Diagnostic> Diagnostics) Read(string kind, string text, string file)
    {
        if (kind.StartsWith("plugin", StringComparison.Ordinal))
        {
            var plugin = PluginManifestReader.Read(text, file, "/plugins/x", "user");
            return (plugin.Value is not null, plugin.Diagnostics);
        }

        if (kind.StartsWith("cases", StringComparison.Ordinal))
        {
            var cases = CasesReader.Read(text, file);
            return (cases.Value is not null, cases.Diagnostics);
        }

        if (kind.StartsWith("feeds", StringComparison.Ordinal))
        {
            var feeds = FeedsReader.Read(text, file);
            return (feeds.Value is not null, feeds.Diagnostics);
        }

        if (kind.StartsWith("credentials", StringComparison.Ordinal))
        {
            var credentials = CredentialsReader.Read(text, file);
            return (credentials.Value is not null, credentials.Diagnostics);
        }

        var manifest = PipelineManifestReader.Read(text, file);
        return (manifest.Value is not null, manifest.Diagnostics);
    }
}
