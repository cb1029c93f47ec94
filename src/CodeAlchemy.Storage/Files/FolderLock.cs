using System.Text;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Storage.Files;

/// <summary>
/// Holds a folder for one process. The operating system lets go when the process ends, however it ends, so a lock is never stale.
/// </summary>
public sealed class FolderLock : IDisposable
{
    private const int Attempts = 5;
    private const int Pause = 20;
    private readonly FileStream _stream;
    private readonly string _holder;

    private FolderLock(FileStream stream, string holder)
    {
        _stream = stream;
        _holder = holder;
    }

    /// <summary>Takes the lock.</summary>
    /// <param name="folder">Absolute path of an existing folder for the lock's files.</param>
    /// <param name="shownAs">The folder as a person knows it, for the message.</param>
    /// <exception cref="ProblemException"><c>run-folder-busy</c>: another process, or this one, holds it.</exception>
    public static FolderLock Take(string folder, string shownAs)
    {
        var path = Path.Combine(folder, "lock");
        var holder = Path.Combine(folder, "holder");
        var stream = TryOpen(path);
        for (var attempt = 0; stream is null && attempt < Attempts; attempt++)
        {
            // Somebody who only asks for the holder has the file open for a moment.
            Thread.Sleep(Pause);
            stream = TryOpen(path);
        }

        _ = stream ?? throw Busy(folder, shownAs);
        StorageFault.Guard(holder, () => File.WriteAllText(
            holder, $"process {Environment.ProcessId} on {Environment.MachineName}", new UTF8Encoding(false)));
        return new FolderLock(stream, holder);
    }

    /// <summary>Who holds a folder, or <see langword="null"/> when nobody does. Takes nothing.</summary>
    /// <param name="folder">Absolute path of the folder with the lock's files.</param>
    public static string? Holder(string folder)
    {
        var path = Path.Combine(folder, "lock");
        if (!File.Exists(path))
        {
            return null;
        }

        using var stream = TryOpen(path, FileAccess.Read);
        return stream is null ? ReadHolder(folder) : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            File.Delete(_holder);
        }
        catch (Exception fault) when (StorageFault.IsFault(fault))
        {
            // Only a note for people; the lock itself goes with the stream.
        }

        _stream.Dispose();
    }

    private static FileStream? TryOpen(string path, FileAccess access = FileAccess.ReadWrite)
    {
        try
        {
            return new FileStream(path, access == FileAccess.Read ? FileMode.Open : FileMode.OpenOrCreate, access, FileShare.None);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw StorageFault.Problem(fault, path);
        }
        catch (DirectoryNotFoundException fault)
        {
            throw StorageFault.Problem(fault, path);
        }
        catch (IOException fault) when (fault.HResult is 28 or 30)
        {
            throw StorageFault.Problem(fault, path);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static ProblemException Busy(string folder, string shownAs) => new(new Problem(
        "run-folder-busy",
        $"The run folder {shownAs} is in use by {ReadHolder(folder)}.",
        "Wait until that run ends or stop it, or give this run another folder with --output.",
        ExitCode.Failure));

    private static string ReadHolder(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "holder"));
        }
        catch (Exception fault) when (StorageFault.IsFault(fault))
        {
            return "another process";
        }
    }
}
