namespace CodeAlchemy.Execution.Sandbox;

/// <summary>The few files of <c>/etc</c> that name users and hosts inside: ours, never the machine's.</summary>
internal static class AccountFiles
{
    /// <summary>Path inside and content.</summary>
    public static IReadOnlyList<(string Path, string Content)> All { get; } =
    [
        ("/etc/passwd", "sandbox:x:1000:1000::/tmp:/bin/sh\n"),
        ("/etc/group", "sandbox:x:1000:\n"),
        ("/etc/hosts", "127.0.0.1 localhost\n::1 localhost\n"),
        ("/etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files\n"),
    ];
}
