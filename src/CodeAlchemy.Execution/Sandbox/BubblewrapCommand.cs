using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>The argument vector of bubblewrap: what a program sees of the machine, and nothing else.</summary>
internal static class BubblewrapCommand
{
    /// <summary>Where the native helper stands inside.</summary>
    public const string Init = "/codealchemy/init";

    /// <summary>Where the library that shifts the wall clock stands inside.</summary>
    public const string ClockShim = "/codealchemy/clock.so";

    private const string ProgramUser = "1000";

    private static readonly string[] SystemFolders = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"];

    // What run-times read at their start; none of it tells about this machine's users.
    private static readonly string[] SystemFiles =
        ["/etc/alternatives", "/etc/ld.so.cache"];

    /// <summary>Starts bubblewrap on a root that the server has mounted.</summary>
    /// <param name="options">Where things are.</param>
    /// <param name="request">What to run.</param>
    /// <param name="root">The root, in the server's eyes; its mounts carry the flags they need, and devices lie in it.</param>
    public static IEnumerable<string> Arguments(SandboxOptions options, SandboxRequest request, string root) =>
    [
        options.Bubblewrap, "--unshare-all", "--unshare-user", "--disable-userns", "--new-session", "--die-with-parent", "--as-pid-1",
        "--cap-drop", "ALL", "--hostname", request.HostName,

        // The same user in every slot, so that a program can't tell one from another.
        "--uid", ProgramUser, "--gid", ProgramUser,
        "--dev-bind", root, "/", "--proc", "/proc", Init, "init",
    ];

    /// <summary>What every run sees, as parts that the server reads.</summary>
    public static IEnumerable<string> Shown(SandboxOptions options)
    {
        (string Source, string Target)[] binds =
        [
            (options.Launcher, Init),
            (options.ClockShim, ClockShim),
            .. SystemFiles.Concat(JavaConfiguration()).Select(path => (path, path)),
        ];
        return SystemFolders.Where(Path.Exists).Select(System)
            .Concat(binds.Where(bind => Path.Exists(bind.Source)).Select(bind => $"B{bind.Source}\n{bind.Target}"))
            .Concat(AccountFiles.All.Select(file => $"F{file.Path}\n{file.Content}"));
    }

    private static string System(string folder) =>
        new DirectoryInfo(folder).LinkTarget is { } target ? $"L{folder}\n{target}" : $"B{folder}\n{folder}";

    private static IEnumerable<string> JavaConfiguration() =>
        Directory.Exists("/etc") ? Directory.EnumerateDirectories("/etc", "java-*") : [];
}
