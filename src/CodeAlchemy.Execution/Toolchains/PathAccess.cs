namespace CodeAlchemy.Execution.Toolchains;

/// <summary>What any user of the machine may do with a path. Programs run as another user than the host.</summary>
internal static class PathAccess
{
    /// <summary>Whether every folder down to this one may be entered by all.</summary>
    public static bool CanEnter(string folder)
    {
        for (var at = folder; at is { Length: > 1 }; at = Path.GetDirectoryName(at))
        {
            if (OperatingSystem.IsWindows() || !File.GetUnixFileMode(at).HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a file may be read and run by all.</summary>
    public static bool CanRun(string file)
    {
        const UnixFileMode Run = UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Run) == Run && CanEnter(Path.GetDirectoryName(file)!);
    }
}
