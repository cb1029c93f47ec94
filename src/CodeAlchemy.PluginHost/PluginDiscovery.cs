using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

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
                    build.Add(PluginReader.Read(kind, layer, directory));
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            build.Add(new Diagnostic(PluginCodes.Unreadable, DiagnosticSeverity.Error, $"The plugins of the {layer.Name} layer can't be listed: {failure.Message}", new TextLocation(folder), "Check the folder and its rights."));
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
