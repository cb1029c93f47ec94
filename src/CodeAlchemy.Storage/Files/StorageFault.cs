using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Storage.Files;

/// <summary>Turns failures of the file system into problems that name the path and the remedy.</summary>
public static class StorageFault
{
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private const int ReadOnlyFileSystem = 30;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Runs an action that writes; a failure of the file system becomes a <see cref="ProblemException"/>.</summary>
    /// <param name="path">Path named in the problem.</param>
    /// <param name="action">The action.</param>
    public static void Guard(string path, Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        try
        {
            action();
        }
        catch (Exception fault) when (IsFault(fault))
        {
            throw Problem(fault, path);
        }
    }

    /// <summary>Runs a function that writes; a failure of the file system becomes a <see cref="ProblemException"/>.</summary>
    /// <param name="path">Path named in the problem.</param>
    /// <param name="function">The function.</param>
    public static T Guard<T>(string path, Func<T> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        try
        {
            return function();
        }
        catch (Exception fault) when (IsFault(fault))
        {
            throw Problem(fault, path);
        }
    }

    /// <summary>Whether an exception is a failure of the file system.</summary>
    public static bool IsFault(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>The problem of a failure while writing.</summary>
    /// <param name="fault">What the file system threw.</param>
    /// <param name="path">Path named in the problem.</param>
    public static ProblemException Problem(Exception fault, string path)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var problem = fault switch
        {
            IOException { HResult: NoSpace or QuotaExceeded or WindowsDiskFull } => new Problem(
                "disk-full",
                $"There is no space left to write {path}.",
                "Free space on that disk (or raise the quota) and start the same command again; finished work is kept.",
                ExitCode.Failure),
            IOException { HResult: ReadOnlyFileSystem } or UnauthorizedAccessException => new Problem(
                "not-writable",
                $"Writing {path} is not allowed.",
                "Give yourself permission to write there, or choose another folder with --output; finished work is kept.",
                ExitCode.Failure),
            _ => new Problem(
                "write-failed",
                $"Writing {path} failed: {fault.Message}",
                "See to that disk and start the same command again; finished work is kept.",
                ExitCode.Failure),
        };
        return new ProblemException(problem, fault);
    }
}
