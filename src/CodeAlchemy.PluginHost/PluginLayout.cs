using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost;

/// <summary>What of a source's folder becomes the installed plugin.</summary>
internal static class PluginLayout
{
    private const int SearchDepth = 3;

    private static readonly HashSet<string> PackageParts = new(StringComparer.OrdinalIgnoreCase) { "_rels", "package", "[Content_Types].xml" };

    /// <summary>Names that are never part of an installed plugin: hidden ones, and what compilers and interpreters leave.</summary>
    public static bool IsLeftOut(string name) => name.StartsWith('.') || name is "obj" or "__pycache__";

    /// <summary>The folder with the manifest: the one named, else the only one within three levels.</summary>
    /// <exception cref="ProblemException">There is none, or there are several (exit 6).</exception>
    public static string Find(string root, string? subfolder)
    {
        var folder = subfolder is null ? root : Path.Combine(root, subfolder);
        if (HasManifest(folder))
        {
            return folder;
        }

        if (subfolder is not null || !Directory.Exists(folder))
        {
            throw PluginFaults.Plugin(PluginCodes.Unreadable, $"There is no {PluginFolders.Manifest} in '{subfolder}' of the source.", "Name the folder of the plugin after '#'.");
        }

        var found = Below(root, SearchDepth).Order(StringComparer.Ordinal).ToArray();
        return found.Length switch
        {
            1 => found[0],
            0 => throw PluginFaults.Plugin(PluginCodes.Unreadable, $"The source holds no {PluginFolders.Manifest}.", "A plugin is a folder with a plugin.yaml; name a deeper folder after '#'."),
            _ => throw PluginFaults.Plugin(
                PluginCodes.Unreadable,
                $"The source holds {found.Length} plugins.",
                $"Name one after '#': {string.Join(", ", found.Take(8).Select(path => Path.GetRelativePath(root, path).Replace('\\', '/')))}."),
        };
    }

    /// <summary>Takes away what is not part of the plugin and puts a built assembly beside the manifest, where installed plugins have it.</summary>
    public static void Tidy(string folder, string? assembly)
    {
        if (assembly is not null && !File.Exists(Path.Combine(folder, assembly)) && PluginAssembly.Built(folder, assembly) is { } built)
        {
            Gather(Path.GetDirectoryName(built)!, folder);
        }

        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(entry => entry.Name == "bin" || PackageParts.Contains(entry.Name) || IsPackageDescription(entry)).ToArray())
        {
            Delete(entry);
        }

        foreach (var entry in Everything(new DirectoryInfo(folder)).Where(entry => IsLeftOut(entry.Name)).ToArray())
        {
            if (Path.Exists(entry.FullName))
            {
                Delete(entry);
            }
        }
    }

    private static IEnumerable<string> Below(string folder, int depth) => depth == 0 ? [] : Directory.EnumerateDirectories(folder)
        .Where(child => !IsLeftOut(Path.GetFileName(child)))
        .SelectMany(child => HasManifest(child) ? [child] : Below(child, depth - 1));

    private static bool HasManifest(string folder) => File.Exists(Path.Combine(folder, PluginFolders.Manifest));

    private static bool IsPackageDescription(FileSystemInfo entry) => entry is FileInfo && entry.Name.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<FileSystemInfo> Everything(DirectoryInfo folder) =>
        folder.EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 });

    private static void Gather(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (!File.Exists(target))
            {
                File.Move(file, target);
            }
        }
    }

    private static void Delete(FileSystemInfo entry)
    {
        if (entry is DirectoryInfo { LinkTarget: null } folder)
        {
            folder.Delete(recursive: true);
        }
        else
        {
            entry.Delete();
        }
    }
}
