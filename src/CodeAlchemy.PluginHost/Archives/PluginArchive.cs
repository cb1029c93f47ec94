using System.Formats.Tar;
using System.IO.Compression;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost.Archives;

/// <summary>Unpacks archives that nobody vouches for.</summary>
internal static class PluginArchive
{
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;
    private const int Link = 0xA000;

    /// <summary>Endings of names that tell an archive.</summary>
    public static readonly string[] Endings = [".zip", ".nupkg", ".tar.gz", ".tgz"];

    /// <summary>Whether a name has the ending of an archive.</summary>
    public static bool IsArchive(string name) => Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Unpacks a file into a folder that is made for it. What the file is, its first bytes tell.</summary>
    /// <exception cref="ProblemException">It is no archive, or it holds what no plugin may hold (exit 6).</exception>
    public static void Extract(string file, string folder, ArchiveLimits limits)
    {
        var target = new GuardedFolder(folder, limits);
        try
        {
            using var stream = File.OpenRead(file);
            Span<byte> start = stackalloc byte[4];
            var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            stream.Position = 0;
            if (read == 4 && start.StartsWith("PK"u8))
            {
                Unzip(stream, target, limits);
            }
            else if (read >= 2 && start is [0x1F, 0x8B, ..])
            {
                Untar(stream, target, limits);
            }
            else
            {
                throw Broken(file, "it is neither a zip archive nor a gzipped tar archive", null);
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException or FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            throw Broken(file, failure.Message.ReplaceLineEndings(" ").TrimEnd('.'), failure);
        }
    }

    private static void Unzip(FileStream stream, GuardedFolder target, ArchiveLimits limits)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        if (archive.Entries.Count > limits.Entries)
        {
            throw EntryName.Refused(archive.Entries[limits.Entries].FullName, $"is one too many: a plugin holds at most {limits.Entries} files and folders");
        }

        var packed = 0L;
        foreach (var entry in archive.Entries)
        {
            var mode = (entry.ExternalAttributes >> 16) & 0xFFFF;
            var isFolder = entry.FullName.EndsWith('/');
            RefuseSpecial(entry.FullName, mode & TypeMask, isFolder);
            if (entry.IsEncrypted)
            {
                throw EntryName.Refused(entry.FullName, "is encrypted");
            }

            if (isFolder)
            {
                target.AddFolder(entry.FullName, mode & 0xFFF);
                continue;
            }

            packed += entry.CompressedLength;
            using var content = entry.Open();
            var length = target.AddFile(entry.FullName, mode & 0xFFF, content, () => packed);
            if (length != entry.Length)
            {
                throw EntryName.Refused(entry.FullName, $"has {length} bytes, but the archive says {entry.Length}");
            }
        }
    }

    private static void RefuseSpecial(string name, int type, bool isFolder)
    {
        if (type == Link)
        {
            throw EntryName.Refused(name, "is a symbolic link; plugins hold plain files, which are the same on every platform");
        }

        if (type is not (0 or RegularFile or Folder) || (type == Folder && !isFolder))
        {
            throw EntryName.Refused(name, "is neither a file nor a folder");
        }
    }

    private static void Untar(FileStream stream, GuardedFolder target, ArchiveLimits limits)
    {
        using var gzip = new GZipStream(stream, CompressionMode.Decompress);
        // The reader takes long names into memory: what it may read in all is bounded as well.
        using var bounded = new BoundedStream(gzip, limits.TotalBytes + ((long)limits.Entries * 2048));
        using var reader = new TarReader(bounded);
        while (reader.GetNextEntry() is { } entry)
        {
            switch (entry.EntryType)
            {
                case TarEntryType.GlobalExtendedAttributes:
                    break;
                case TarEntryType.Directory or TarEntryType.DirectoryList:
                    target.AddFolder(entry.Name, (int)entry.Mode);
                    break;
                case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                    target.AddFile(entry.Name, (int)entry.Mode, entry.DataStream ?? Stream.Null, () => stream.Position);
                    break;
                case TarEntryType.SymbolicLink or TarEntryType.HardLink:
                    throw EntryName.Refused(entry.Name, $"is a link to '{entry.LinkName}'; plugins hold plain files, which are the same on every platform");
                default:
                    throw EntryName.Refused(entry.Name, $"is neither a file nor a folder ({entry.EntryType})");
            }
        }
    }

    private static ProblemException Broken(string file, string why, Exception? inner) => PluginFaults.Plugin(
        PluginCodes.Archive, $"'{Path.GetFileName(file)}' can't be unpacked: {why}.", "Get it again, or ask its author for a sound one.", inner: inner);
}
