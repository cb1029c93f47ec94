using System.Runtime.InteropServices;

namespace CodeAlchemy.Execution.Toolchains;

/// <summary>
/// Finds programs on the PATH and in the standard folders. Only what any user may run counts, because programs run in the
/// sandbox as an unprivileged user; version managers' shims are passed over for what stands behind them on the PATH.
/// Thread-safe.
/// </summary>
public sealed class ProgramSearch
{
    private static readonly string[] Standard = ["/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin"];

    private readonly string[] _folders;

    /// <summary>Searches the given PATH, then the standard folders.</summary>
    /// <param name="path">Folders separated by ':', normally the PATH of this process; may be <see langword="null"/>.</param>
    public ProgramSearch(string? path) =>
        _folders = [.. (path ?? string.Empty).Split(':', StringSplitOptions.RemoveEmptyEntries).Concat(Standard).Distinct()];

    /// <summary>The file behind a name.</summary>
    /// <param name="program">A plain name, or an absolute path.</param>
    /// <returns>Absolute path without links, or <see langword="null"/>.</returns>
    public string? Find(string program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var candidates = program.Contains('/', StringComparison.Ordinal)
            ? [program]
            : _folders.Where(f => f.StartsWith('/')).Select(f => Path.Combine(f, program));
        foreach (var candidate in candidates)
        {
            if (!IsShim(candidate) && File.Exists(candidate) && Resolve(candidate) is { } target && !IsShim(target) && PathAccess.CanRun(target))
            {
                return KeepsItsName(candidate, target) ? target : candidate;
            }
        }

        return null;
    }

    /// <summary>Programs such as busybox or a compiler's front end act by the name they are called by.</summary>
    private static bool KeepsItsName(string candidate, string target) =>
        !candidate.StartsWith("/usr/bin/", StringComparison.Ordinal) && !candidate.StartsWith("/bin/", StringComparison.Ordinal)
        && Path.GetFileName(target) == Path.GetFileName(candidate);

    private static bool IsShim(string path) => path.Contains("/shims/", StringComparison.Ordinal) || Path.GetFileName(path) == "rustup";

    private static string? Resolve(string path)
    {
        var buffer = Realpath(path, IntPtr.Zero);
        if (buffer == IntPtr.Zero)
        {
            return null;
        }

        try
        {
            return Marshal.PtrToStringUTF8(buffer);
        }
        finally
        {
            Free(buffer);
        }
    }

    [DllImport("libc", EntryPoint = "realpath", BestFitMapping = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr Realpath([MarshalAs(UnmanagedType.LPUTF8Str)] string path, IntPtr buffer);

    [DllImport("libc", EntryPoint = "free")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void Free(IntPtr buffer);
}
