using System.Buffers;

namespace CodeAlchemy.PluginHost.Archives;

/// <summary>
/// A folder that is filled from a source nobody vouches for. Takes plain files and folders below itself within limits and refuses the
/// rest; a name counts once, whatever its case. Not thread-safe.
/// </summary>
internal sealed class GuardedFolder
{
    private const UnixFileMode Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = Plain | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const int Special = (int)(UnixFileMode.SetUser | UnixFileMode.SetGroup | UnixFileMode.StickyBit);

    private readonly string _root;
    private readonly ArchiveLimits _limits;
    private readonly Dictionary<string, (string Path, bool IsFile)> _names = new(StringComparer.OrdinalIgnoreCase);
    private long _bytes;
    private int _entries;

    public GuardedFolder(string root, ArchiveLimits limits)
    {
        (_root, _limits) = (root, limits);
        Directory.CreateDirectory(root);
    }

    /// <summary>Takes a folder.</summary>
    public void AddFolder(string name, int mode = 0)
    {
        Count(name, mode);
        var path = EntryName.Checked(name, _limits);
        if (path.Length > 0)
        {
            MakeFolder(name, path);
        }
    }

    /// <summary>Takes a file.</summary>
    /// <param name="name">Its name as the source gives it.</param>
    /// <param name="mode">Its Unix permissions, or 0 when there are none.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="packed">How many bytes the source took for everything up to now; <see langword="null"/> where nothing is packed.</param>
    /// <returns>How many bytes it has.</returns>
    public long AddFile(string name, int mode, Stream content, Func<long>? packed = null)
    {
        Count(name, mode);
        var path = EntryName.Checked(name, _limits);
        if (path.Length == 0)
        {
            throw EntryName.Refused(name, "is a file without a name");
        }

        var slash = path.LastIndexOf('/');
        if (slash > 0)
        {
            MakeFolder(name, path[..slash]);
        }

        if (!_names.TryAdd(path, (path, true)))
        {
            throw EntryName.Refused(name, _names[path].Path == path ? "is there twice" : $"differs from '{_names[path].Path}' only in case");
        }

        return Write(name, path, mode, content, packed);
    }

    private void Count(string name, int mode)
    {
        if (++_entries > _limits.Entries)
        {
            throw EntryName.Refused(name, $"is one too many: a plugin holds at most {_limits.Entries} files and folders");
        }

        if ((mode & Special) != 0)
        {
            throw EntryName.Refused(name, "has a set-user, set-group or sticky bit");
        }
    }

    private void MakeFolder(string name, string path)
    {
        for (var slash = path.IndexOf('/'); ; slash = path.IndexOf('/', slash + 1))
        {
            var part = slash < 0 ? path : path[..slash];
            if (!_names.TryAdd(part, (part, false)) && (_names[part].IsFile || _names[part].Path != part))
            {
                throw EntryName.Refused(name, _names[part].IsFile ? $"lies below '{_names[part].Path}', which is a file" : $"differs from '{_names[part].Path}' only in case");
            }

            if (slash < 0)
            {
                break;
            }
        }

        Directory.CreateDirectory(Path.Combine(_root, path));
    }

    private long Write(string name, string path, int mode, Stream content, Func<long>? packed)
    {
        using var file = new FileStream(Path.Combine(_root, path), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = (mode & (int)UnixFileMode.UserExecute) != 0 ? Executable : Plain,
        });
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
            {
                _bytes += read;
                CheckSize(name, packed);
                file.Write(buffer, 0, read);
            }

            return file.Length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void CheckSize(string name, Func<long>? packed)
    {
        if (_bytes > _limits.TotalBytes)
        {
            throw EntryName.Refused(name, $"makes the plugin larger than {_limits.TotalBytes} bytes");
        }

        if (packed is not null && _bytes > _limits.RatioFrom && _bytes / Math.Max(1, packed()) > _limits.Ratio)
        {
            throw EntryName.Refused(name, $"unpacks to more than {_limits.Ratio} times its size");
        }
    }
}
