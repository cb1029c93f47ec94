using System.IO.Enumeration;
using CodeAlchemy.Storage.Files;

namespace CodeAlchemy.Storage.Corpora;

/// <summary>
/// Lists a folder depth first, names of each folder in ordinal order, so that paths come sorted by their components whatever the
/// file system. Hidden names and sidecars are left out; linked folders are not entered; linked files are taken when they stay inside.
/// Only the names of the folders on the way are in memory.
/// </summary>
internal sealed class FolderWalk(string root, GlobSet include, GlobSet exclude, IReadOnlyList<string> leftOut)
{
    private static readonly EnumerationOptions Plain = new() { AttributesToSkip = 0, IgnoreInaccessible = false };
    private readonly HashSet<string> _leftOut = [.. leftOut.Select(f => Path.TrimEndingDirectorySeparator(Path.GetFullPath(f)))];
    private readonly string _realRoot = (NativeFiles.RealPath(root) ?? root).TrimEnd('/') + '/';
    private long _next;

    public IEnumerable<CorpusEntry> Entries(CancellationToken cancellationToken)
    {
        var open = new Stack<IEnumerator<Found>>();
        open.Push(Sorted(string.Empty).GetEnumerator());
        while (open.TryPeek(out var level))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!level.MoveNext())
            {
                open.Pop();
                continue;
            }

            var found = level.Current;
            if (found.Kind == Kind.Folder)
            {
                open.Push(Sorted(found.Path).GetEnumerator());
            }
            else
            {
                yield return new CorpusEntry(_next++, found.Path, found.Length, 0, found.Marks);
            }
        }
    }

    private IEnumerable<Found> Sorted(string folder)
    {
        var prefix = folder.Length == 0 ? string.Empty : folder + "/";
        List<Found> found;
        try
        {
            found = [.. new FileSystemEnumerable<Found>(Path.Combine(root, folder), Describe, Plain)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [new Found(folder.Length == 0 ? "." : folder, Kind.File, 0, CorpusMarks.Unlistable)];
        }

        found.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        var sidecars = found.Where(f => IsSidecar(f.Path)).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        return found.Where(f => !IsSidecar(f.Path)).Select(f => Complete(f, prefix, sidecars)).OfType<Found>();
    }

    /// <summary>Paths, marks and links; <see langword="null"/> for what is no part of the corpus.</summary>
    private Found? Complete(Found found, string prefix, HashSet<string> sidecars)
    {
        var path = prefix + found.Path;
        if (found.Path[0] == '.' || exclude.Fits(path) || _leftOut.Contains(Path.Combine(root, path)))
        {
            return null;
        }

        if (found.Kind == Kind.Folder)
        {
            return found with { Path = path };
        }

        if (!include.Fits(path))
        {
            return null;
        }

        var marks = sidecars.Contains(found.Path + FilesCorpus.SidecarEnding) ? CorpusMarks.Sidecar : CorpusMarks.None;
        return found.Kind == Kind.Link ? Resolve(path, marks) : found with { Path = path, Marks = marks };
    }

    private Found? Resolve(string path, CorpusMarks marks)
    {
        var target = NativeFiles.RealPath(Path.Combine(root, path));
        if (target is null)
        {
            return new Found(path, Kind.File, 0, CorpusMarks.Unlistable);
        }

        if (!(target + '/').StartsWith(_realRoot, StringComparison.Ordinal))
        {
            return new Found(path, Kind.File, 0, CorpusMarks.LeadsOut);
        }

        // A folder inside the corpus is listed under its own name already.
        return Directory.Exists(target) ? null : new Found(path, Kind.File, new FileInfo(target).Length, marks);
    }

    private static bool IsSidecar(string name) => name.EndsWith(FilesCorpus.SidecarEnding, StringComparison.Ordinal);

    private static Found Describe(ref FileSystemEntry entry)
    {
        var name = entry.FileName.ToString();
        if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            return new Found(name, Kind.Link, 0, CorpusMarks.None);
        }

        return entry.IsDirectory
            ? new Found(name, Kind.Folder, 0, CorpusMarks.None)
            : new Found(name, Kind.File, entry.Length, CorpusMarks.None);
    }

    private enum Kind
    {
        File,
        Folder,
        Link,
    }

    private sealed record Found(string Path, Kind Kind, long Length, CorpusMarks Marks);
}
