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

    // Prepared by the server on a file system that is read-only.
    private static readonly string[] SharedFolders = ["/etc", "/dev", "/codealchemy"];

    private static readonly Lazy<IReadOnlyList<string>> System = new(() =>
    {
        var arguments = new List<string>();
        foreach (var folder in SystemFolders)
        {
            AddSystem(arguments, folder);
        }

        return arguments;
    });

    public static IEnumerable<string> Arguments(SandboxOptions options, SandboxRequest request, string stage, string root)
    {
        var arguments = new List<string>
        {
            options.Bubblewrap, "--unshare-all", "--unshare-user", "--disable-userns", "--new-session", "--die-with-parent", "--as-pid-1",
            "--cap-drop", "ALL", "--hostname", request.HostName,

            // The same user in every slot, so that a program can't tell one from another.
            "--uid", ProgramUser, "--gid", ProgramUser,
        };

        arguments.AddRange(System.Value);
        foreach (var folder in SharedFolders)
        {
            arguments.AddRange(["--dev-bind", root + folder, folder]);
        }

        arguments.AddRange(["--proc", "/proc", "--bind", $"{stage}/shm", "/dev/shm"]);
        arguments.AddRange(["--bind", $"{stage}/work", request.WorkDirectory, "--bind", $"{stage}/tmp", "/tmp", "--bind", $"{stage}/vartmp", "/var/tmp"]);
        if (request.OutputFolder is not null)
        {
            arguments.AddRange(["--bind", $"{stage}/out", "/out"]);
        }

        var number = 0;
        foreach (var bind in request.Binds)
        {
            arguments.AddRange(["--ro-bind", $"{stage}/b/{number++}", bind.Target]);
        }

        arguments.AddRange(["--remount-ro", "/", Init, "init"]);
        return arguments;
    }

    /// <summary>What every run sees in the folders that the server prepares once.</summary>
    public static IEnumerable<string> Shown(SandboxOptions options)
    {
        (string Source, string Target)[] binds =
        [
            (options.Launcher, Init),
            (options.ClockShim, ClockShim),
            .. SystemFiles.Concat(JavaConfiguration()).Select(path => (path, path)),
        ];
        return binds.Where(bind => Path.Exists(bind.Source)).Select(bind => $"B{bind.Source}\n{bind.Target}")
            .Concat(AccountFiles.All.Select(file => $"F{file.Path}\n{file.Content}"));
    }

    private static void AddSystem(List<string> arguments, string folder)
    {
        if (new DirectoryInfo(folder).LinkTarget is { } target)
        {
            arguments.AddRange(["--symlink", target, folder]);
        }
        else if (Directory.Exists(folder))
        {
            arguments.AddRange(["--ro-bind", folder, folder]);
        }
    }

    private static IEnumerable<string> JavaConfiguration() =>
        Directory.Exists("/etc") ? Directory.EnumerateDirectories("/etc", "java-*") : [];
}
