namespace CodeAlchemy.PluginHost.Archives;

/// <summary>Copies a folder by the same rules that hold for archives.</summary>
internal static class FolderCopy
{
    /// <summary>Copies plain files and folders; what is built anew or belongs to tools (<see cref="PluginLayout.IsLeftOut"/>) stays behind.</summary>
    public static void Copy(string from, string to, ArchiveLimits limits)
    {
        var target = new GuardedFolder(to, limits);
        Copy(new DirectoryInfo(from), "", target);
    }

    private static void Copy(DirectoryInfo folder, string prefix, GuardedFolder target)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var name = prefix + entry.Name;
            if (PluginLayout.IsLeftOut(entry.Name))
            {
                continue;
            }

            if (entry.LinkTarget is { } link)
            {
                throw EntryName.Refused(name, $"is a link to '{link}'; plugins hold plain files, which are the same on every platform");
            }

            if (entry is DirectoryInfo inner)
            {
                target.AddFolder(name);
                Copy(inner, name + "/", target);
            }
            else
            {
                CopyFile((FileInfo)entry, name, target);
            }
        }
    }

    // What is neither a file nor a folder could block for ever when it is opened.
    private static void CopyFile(FileInfo file, string name, GuardedFolder target)
    {
        if (!NativeFiles.IsPlain(file.FullName))
        {
            throw EntryName.Refused(name, "is neither a file nor a folder");
        }

        using var content = file.OpenRead();
        target.AddFile(name, (int)file.UnixFileMode, content);
    }
}
