namespace CodeAlchemy.Workspace.Editing;

/// <summary>Files and folders that a path which is being written may go on to.</summary>
internal static class DocumentFiles
{
    private const int Most = 500;

    /// <summary>The entries of the folder that the path has reached: their whole paths as the document would have them, folders with a '/'.</summary>
    /// <param name="folder">Folder that relative paths count from.</param>
    /// <param name="begun">What is written before the cursor.</param>
    public static IEnumerable<(string Path, bool IsFolder)> Below(string folder, string begun)
    {
        var lead = begun[..(begun.LastIndexOf('/') + 1)];
        var reached = new DirectoryInfo(Path.GetFullPath(Path.Combine(folder, lead)));
        return !reached.Exists || begun.Contains('\0')
            ? []
            : reached.EnumerateFileSystemInfos()
                .Where(entry => entry.Name[0] != '.')
                .Take(Most)
                .Select(entry => (Path: lead + entry.Name + (entry is DirectoryInfo ? "/" : ""), IsFolder: entry is DirectoryInfo))
                .OrderBy(entry => !entry.IsFolder)
                .ThenBy(entry => entry.Path, StringComparer.Ordinal);
    }
}
