using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost.Sources;

namespace CodeAlchemy.PluginHost.Installing;

/// <summary>
/// A hidden folder beside the plugins of a layer in which everything happens that could fail; whatever is in it at the end goes with it.
/// The layer's guard must be held.
/// </summary>
internal sealed class Staging : IDisposable
{
    private const string Prefix = ".staging-";

    private readonly string _folder;

    public Staging(string layerFolder)
    {
        Clean(layerFolder);
        _folder = Directory.CreateDirectory(Path.Combine(layerFolder, Prefix + Guid.NewGuid().ToString("N"))).FullName;
    }

    /// <summary>Fetches a plugin and reads it.</summary>
    /// <exception cref="ProblemException">It can't be had, or it is no plugin for this host.</exception>
    public async Task<StagedPlugin> Fetch(IPluginSource source, PluginLayer layer, CancellationToken cancellationToken)
    {
        var fetched = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(fetched);
        var origin = await source.Fetch(fetched, cancellationToken).ConfigureAwait(false);
        var directory = PluginLayout.Find(fetched, origin.Subfolder);
        // The manifest names the assembly, which may lie in the output of a build: it decides what else is kept.
        var first = PluginReader.Read(directory, layer.Name);
        PluginLayout.Tidy(directory, (first.Value?.Strategy ?? first.Value?.Evaluator)?.Assembly);
        var definition = Require(PluginReader.Read(directory, layer.Name), fetched);
        return new StagedPlugin(directory, definition, PluginContent.List(directory), origin);
    }

    /// <summary>Puts a plugin in its place: whoever looks sees the old one or the new one.</summary>
    public void Swap(string staged, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (!Directory.Exists(target))
        {
            Directory.Move(staged, target);
        }
        else if (!NativeFiles.TryExchange(staged, target))
        {
            // Not every file system swaps; between these two steps the plugin is missing, and `restore` brings it back.
            Take(target);
            Directory.Move(staged, target);
        }
    }

    /// <summary>Takes a plugin away.</summary>
    public void Take(string target) => Directory.Move(target, Path.Combine(_folder, Guid.NewGuid().ToString("N")));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Clean(string layerFolder)
    {
        foreach (var stale in Directory.EnumerateDirectories(layerFolder, Prefix + "*"))
        {
            Directory.Delete(stale, recursive: true);
        }
    }

    private static PluginDefinition Require(Parsed<PluginDefinition> parsed, string fetched)
    {
        if (parsed.Value is { } plugin && !parsed.HasErrors)
        {
            return plugin;
        }

        var errors = parsed.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        var first = errors.Length > 0 ? errors[0] : parsed.Diagnostics[0];
        var more = errors.Length > 1 ? $" There are {errors.Length} errors." : "";
        // The file goes with the staging folder: only its name and the line still mean something.
        var place = first.Location is { Line: > 0 } at ? $"{Path.GetRelativePath(fetched, at.File).Replace('\\', '/')}:{at.Line}:{at.Column}: " : "";
        throw PluginFaults.Plugin(first.Code, $"The plugin can't be installed: {place}{first.Message}{more}", first.Remedy ?? "Ask its author, or correct it and see `codealchemy plugin validate`.");
    }
}
