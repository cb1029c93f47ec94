using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost.Sources;

namespace CodeAlchemy.PluginHost.Locks;

/// <summary>Reads and writes one lock file. Readers need no lock: the file is replaced in one step. Writers hold the layer's <see cref="LayerGuard"/>.</summary>
/// <param name="file">Absolute path of the file, which need not exist.</param>
public sealed class LockStore(string file)
{
    /// <summary>Name of the file in a project or the user's folder.</summary>
    public const string FileName = "codealchemy.lock.json";

    private const long MostBytes = 64L << 20;

    private readonly string _next = file + ".new";

    /// <summary>Absolute path of the file.</summary>
    public string File { get; } = file;

    /// <summary>Reads the file; nothing is locked when it is not there.</summary>
    /// <exception cref="ProblemException">It is not as it must be (exit 5).</exception>
    public PluginLock Read()
    {
        try
        {
            return !System.IO.File.Exists(File) ? PluginLock.Empty
                : new FileInfo(File).Length > MostBytes ? throw new FormatException("it is too large")
                : LockFormat.Read(System.IO.File.ReadAllText(File));
        }
        catch (Exception failure) when (failure is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(
                new Problem(PluginCodes.LockFile, $"The lock file can't be read: {failure.Message}.", "Take it from version control, or remove it and install its plugins anew.", ExitCode.Configuration, new TextLocation(File)), failure);
        }
    }

    /// <summary>Writes what the file will hold beside it, ready for <see cref="Commit"/>.</summary>
    internal void Prepare(PluginLock value)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        using var stream = new FileStream(_next, FileMode.Create, FileAccess.Write);
        stream.Write(Encoding.UTF8.GetBytes(LockFormat.Write(value)));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Makes what was prepared the file, in one step.</summary>
    internal void Commit() => System.IO.File.Move(_next, File, overwrite: true);

    internal void Write(PluginLock value)
    {
        Prepare(value);
        Commit();
    }

    /// <summary>
    /// Ends what a killed process began: the folder was swapped and the lock file not yet. What was prepared becomes the file when the
    /// folders are as it says, and goes otherwise.
    /// </summary>
    /// <param name="content">Gives the hash of an installed plugin, or <see langword="null"/>.</param>
    internal void Recover(Func<PluginKey, string?> content)
    {
        if (!System.IO.File.Exists(_next))
        {
            return;
        }

        try
        {
            var (now, next) = (Read(), LockFormat.Read(System.IO.File.ReadAllText(_next)));
            var changed = next.Plugins.Values.Where(plugin => now.Find(plugin.Key) is not { } old || old.Content != plugin.Content);
            var gone = now.Plugins.Keys.Where(key => next.Find(key) is null);
            if (changed.All(plugin => content(plugin.Key) == plugin.Content) && gone.All(key => content(key) is null))
            {
                Commit();
            }
        }
        catch (FormatException)
        {
            // It was killed while it wrote this; the folders are untouched.
        }

        System.IO.File.Delete(_next);
    }

    /// <summary>An origin as the file keeps it: what lies below the file's folder by its relative path.</summary>
    internal PluginOrigin ToRelative(PluginOrigin origin)
    {
        var folder = Path.GetDirectoryName(File)!;
        var isInside = origin.Kind is SourceKind.Folder or SourceKind.Archive && origin.Location.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return isInside ? origin with { Location = Path.GetRelativePath(folder, origin.Location).Replace('\\', '/') } : origin;
    }

    /// <summary>The origin with absolute paths.</summary>
    internal PluginOrigin ToAbsolute(PluginOrigin origin) => origin.Kind is SourceKind.Folder or SourceKind.Archive
        ? origin with { Location = Path.GetFullPath(origin.Location, Path.GetDirectoryName(File)!) }
        : origin;
}
