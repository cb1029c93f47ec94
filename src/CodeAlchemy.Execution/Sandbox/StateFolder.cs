using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>Makes the folders of the sandbox's state so that only the host can change them.</summary>
internal static class StateFolder
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Traverse = UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    private const UnixFileMode ForeignWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Makes a folder, whatever the umask. Root's are entered by the users that programs run as, a plain user's by nobody else.</summary>
    /// <exception cref="ProblemException">It exists and others may write to it.</exception>
    public static string Make(string path)
    {
        if (!Directory.Exists(path))
        {
            if (Path.GetDirectoryName(path) is { } parent && !Directory.Exists(parent))
            {
                Make(parent);
            }

            Directory.CreateDirectory(path);
            File.SetUnixFileMode(path, Environment.IsPrivilegedProcess ? Owner | Traverse : Owner);
        }
        else if ((File.GetUnixFileMode(path) & ForeignWrite) != 0)
        {
            throw new ProblemException(new Problem(
                "sandbox-state-unsafe", $"others may write to {path}, where the sandbox keeps its state", $"remove {path}", ExitCode.Configuration));
        }

        return path;
    }
}
