namespace CodeAlchemy.Execution.Sandbox;

/// <summary>Where the sandbox finds its helper and keeps its state. Immutable.</summary>
public sealed record SandboxOptions
{
    /// <summary>Absolute path of <c>codealchemy-launch</c>.</summary>
    public required string Launcher { get; init; }

    /// <summary>Absolute path of <c>codealchemy-clock.so</c>, which shifts wall clocks; by default next to the launcher. Without it no clock is shifted.</summary>
    public string ClockShim
    {
        get => field ?? Path.Combine(Path.GetDirectoryName(Launcher) ?? "/", "codealchemy-clock.so");
        init;
    }

    /// <summary>Absolute path of bubblewrap.</summary>
    public string Bubblewrap { get; init; } = "/usr/bin/bwrap";

    /// <summary>Folder for slots (locks and mount points). Small, and writable by the user of the host only.</summary>
    public string State { get; init; } = Environment.IsPrivilegedProcess
        ? "/run/codealchemy"
        : Path.Combine(Path.GetTempPath(), $"codealchemy-{Environment.UserName}");

    /// <summary>First of the user ids that slots run programs as, when the host is root. Nobody else may use them.</summary>
    public int FirstUser { get; init; } = 200_000;

    /// <summary>Where control groups are mounted.</summary>
    public string ControlGroups { get; init; } = "/sys/fs/cgroup";

    /// <summary>How often the processor time of a program is looked at.</summary>
    public TimeSpan Watch { get; init; } = TimeSpan.FromMilliseconds(20);
}
