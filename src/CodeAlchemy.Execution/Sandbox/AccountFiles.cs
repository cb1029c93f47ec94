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

    public static string Path(SandboxOptions options, string name) => System.IO.Path.Combine(options.State, "etc", name);

    /// <summary>Writes them where sandboxes are shown them from.</summary>
    public static void Write(SandboxOptions options)
    {
        StateFolder.Make(System.IO.Path.Combine(options.State, "etc"));
        foreach (var (name, content) in All)
        {
            var path = Path(options, name);
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
