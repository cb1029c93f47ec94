using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost.Trust;

namespace CodeAlchemy.PluginHost;

/// <summary>Finds plugins from their manifests alone; no code of a plugin is loaded.</summary>
public static class PluginDiscovery
{
    /// <summary>Reads all layers. A broken plugin is skipped with a diagnostic.</summary>
    /// <exception cref="ProblemException">A plugin is broken and the options are strict (exit 6).</exception>
    public static PluginCatalog Discover(PluginHostOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var build = new CatalogBuilder(options);
        foreach (var layer in options.Layers)
        {
            foreach (var kind in Enum.GetValues<PluginKind>())
            {
                ReadFolder(Path.Combine(Path.GetFullPath(layer.Folder), PluginFolders.Of(kind)), kind, layer, build, options);
            }
        }

        foreach (var (layer, locked) in options.Expected.Where(expected => options.Selection?.Contains(expected.Plugin.Key.Id) ?? true))
        {
            build.Expect(options.Layers.First(known => known.Name == layer), locked);
        }

        if (options.Given is { } given)
        {
            build.Give(PluginFolderReader.Require(given));
        }

        var catalog = build.Build();
        return options.Strict ? Insist(catalog) : catalog;
    }

    private static void ReadFolder(string folder, PluginKind kind, PluginLayer layer, CatalogBuilder build, PluginHostOptions options)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                foreach (var directory in Folders(folder).Where(d => options.Selection?.Contains(Path.GetFileName(d)) ?? true))
                {
                    build.Add(Gated(PluginReader.Read(kind, layer, directory), options.Gate));
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            build.Add(new Diagnostic(PluginCodes.Unreadable, DiagnosticSeverity.Error, $"The plugins of the {layer.Name} layer can't be listed: {failure.Message}", new TextLocation(folder), "Check the folder and its rights."));
        }
    }

    private static PluginCandidate Gated(PluginCandidate candidate, IPluginGate? gate)
    {
        if (candidate.Plugin is not { } plugin || gate is null)
        {
            return candidate;
        }

        try
        {
            return gate.Refuse(plugin) is { } refusal ? candidate with { Plugin = null, Diagnostics = candidate.Diagnostics.Add(refusal), IsRefused = true } : candidate;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var unreadable = new Diagnostic(PluginCodes.Unreadable, DiagnosticSeverity.Error, $"The plugin can't be read: {failure.Message}", new TextLocation(candidate.Manifest), "Check its files and their rights.");
            return candidate with { Plugin = null, Diagnostics = candidate.Diagnostics.Add(unreadable), IsRefused = true };
        }
    }

    private static IEnumerable<string> Folders(string folder) =>
        Directory.GetDirectories(folder)
            .Where(directory => !Path.GetFileName(directory).StartsWith('.'))
            .Order(StringComparer.Ordinal);

    private static PluginCatalog Insist(PluginCatalog catalog)
    {
        var error = catalog.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error);
        return error is null ? catalog : throw new ProblemException(new Problem(
            error.Code, error.Message, error.Remedy ?? "Correct the plugin or remove it.", ExitCode.Plugin, error.Location));
    }
}
