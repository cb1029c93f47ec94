namespace CodeAlchemy.Execution.Sandbox;

/// <summary>The few files of <c>/etc</c> that name users and hosts inside: ours, never the machine's.</summary>
internal static class AccountFiles
{
    public static IReadOnlyList<(string Name, string Content)> All { get; } =
    [
        ("passwd", "sandbox:x:1000:1000::/tmp:/bin/sh\n"),
        ("group", "sandbox:x:1000:\n"),
        ("hosts", "127.0.0.1 localhost\n::1 localhost\n"),
        ("nsswitch.conf", "passwd: files\ngroup: files\nhosts: files\n"),
    ];

    /// <summary>Where the folder that holds them stands inside; <c>/etc</c> has links to them, which cost less than mounts.</summary>
    public const string Inside = "/codealchemy/etc";

    /// <summary>The folder that holds them on the host.</summary>
    public static string Folder(SandboxOptions options) => Path.Combine(options.State, "etc");

    /// <summary>Writes them where sandboxes are shown them from.</summary>
    public static void Write(SandboxOptions options)
    {
        var folder = StateFolder.Make(Folder(options));
        foreach (var (name, content) in All)
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
            {
                var draft = $"{path}.{Environment.ProcessId}";
                File.WriteAllText(draft, content);
                File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
                File.Move(draft, path, overwrite: true);
            }
        }
    }
}
