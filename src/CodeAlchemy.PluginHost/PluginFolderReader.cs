using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost;

/// <summary>Reads a plugin's folder wherever it lies: its manifest, whether it fits this host, and whether what it names is there. Loads nothing.</summary>
public static class PluginFolderReader
{
    /// <summary>Name of the layer of a plugin that lies in none.</summary>
    public const string NoLayer = "folder";

    /// <summary>Reads a folder, or the folder of a manifest.</summary>
    public static Parsed<PluginDefinition> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var full = Path.GetFullPath(path);
        var directory = Path.GetFileName(full) == PluginFolders.Manifest && File.Exists(full) ? Path.GetDirectoryName(full)! : Path.TrimEndingDirectorySeparator(full);
        return PluginReader.Read(directory, NoLayer);
    }

    /// <summary>Reads a plugin as its manifest is being written.</summary>
    /// <param name="directory">The plugin's folder, for the files that the manifest names.</param>
    /// <param name="text">The manifest.</param>
    public static Parsed<PluginDefinition> Read(string directory, string text)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(text);
        return PluginReader.Read(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)), NoLayer, text);
    }

    /// <summary>A plugin that must be sound.</summary>
    /// <exception cref="ProblemException">It is not (exit 6, with the first error).</exception>
    public static PluginDefinition Require(string path)
    {
        var parsed = Read(path);
        if (parsed.Value is { } plugin && !parsed.HasErrors)
        {
            return plugin;
        }

        var error = parsed.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ?? parsed.Diagnostics[0];
        throw PluginFaults.Plugin(error.Code, error.Message, error.Remedy ?? "Correct the plugin; `codealchemy plugin validate` shows all that is wrong.", error.Location);
    }
}
