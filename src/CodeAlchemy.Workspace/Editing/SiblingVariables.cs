using System.Collections.Immutable;
using CodeAlchemy.Prompts;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>
/// The variables that the other templates of a template's folder read, in all layers. Read anew when one of their files has changed. Thread-safe.
/// </summary>
internal sealed class SiblingVariables(Installation installation)
{
    private readonly BoundedCache<ImmutableArray<string>> _known = new(8);

    /// <summary>The variables, sorted.</summary>
    /// <param name="file">Absolute path of the template, which itself doesn't count.</param>
    public ImmutableArray<string> Of(string file)
    {
        var layers = installation.Templates.All;
        var layer = layers.FirstOrDefault(layer => file.StartsWith(layer.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        var folder = Path.GetDirectoryName(file)!;
        var folders = layer is null ? [folder] : layers.Select(other => Path.Combine(other.Folder, Path.GetRelativePath(layer.Folder, folder))).Prepend(folder).Distinct();
        var files = folders.Where(Directory.Exists).SelectMany(path => new DirectoryInfo(path).EnumerateFiles("*.scriban"))
            .Where(info => info.FullName != file).OrderBy(info => info.FullName, StringComparer.Ordinal).ToArray();
        return _known.Get(folder, string.Join('\n', files.Select(info => $"{info.FullName} {info.LastWriteTimeUtc.Ticks}")), () => Read(files));
    }

    private static ImmutableArray<string> Read(FileInfo[] files) =>
    [
        .. files.Select(info => PromptTemplate.Parse(File.ReadAllText(info.FullName), info.FullName).Value).OfType<PromptTemplate>()
            .SelectMany(template => template.Variables).Distinct().Order(StringComparer.Ordinal),
    ];
}
