using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>Tries the protections on this machine.</summary>
internal static class FeatureProbe
{
    /// <summary>Name of the feature nothing can do without.</summary>
    public const string Namespaces = "namespaces";

    // Mounts are made read-only as a whole tree by mount_setattr(2).
    private static readonly Version OldestKernel = new(5, 12);

    /// <summary>The feature as it is missing on a kernel that is too old; <see langword="null"/> on others.</summary>
    public static SandboxFeature? TooOld(Version kernel) => kernel >= OldestKernel
        ? null
        : new SandboxFeature(Namespaces, false, $"Linux {kernel.ToString(2)} is older than {OldestKernel}", $"run on Linux {OldestKernel} or newer, or use --isolation none");

    public static IEnumerable<SandboxFeature> Examine(SandboxOptions options, Func<SandboxRequest, Task<RunResult>> run)
    {
        if (!File.Exists(options.Bubblewrap))
        {
            yield return new SandboxFeature(Namespaces, false, $"{options.Bubblewrap} is missing", "apt install bubblewrap");
            yield break;
        }

        if (!File.Exists(options.Launcher))
        {
            yield return new SandboxFeature(Namespaces, false, $"{options.Launcher} is missing", "start ./codealchemy, which builds it");
            yield break;
        }

        if (TooOld(Environment.OSVersion.Version) is { } old)
        {
            yield return old;
            yield break;
        }

        yield return Try(run);
        yield return Environment.IsPrivilegedProcess
            ? new SandboxFeature("own user", true, $"programs run as user {options.FirstUser} and following")
            : new SandboxFeature("own user", true, "programs run in a user namespace without any right outside");
        var kind = SlotPool.Kind(options);
        yield return new SandboxFeature("limit of processor time", true, kind == "none" ? "counted by init over all processes" : $"control groups {kind}");
        foreach (var name in new[] { "memory", "processes" })
        {
            yield return kind == "none"
                ? new SandboxFeature($"limit of {name}", false, "no control group may be written to", "run as root, or have the groups delegated (systemd-run --user --scope -p Delegate=yes), or use --isolation standard")
                : new SandboxFeature($"limit of {name}", true, $"control groups {kind}");
        }

        if (!File.Exists(options.ClockShim))
        {
            yield return new SandboxFeature("shifted clock", false, $"{options.ClockShim} is missing", "start ./codealchemy, which builds it");
        }

        yield return new SandboxFeature("system calls", true, "a list of refused calls, checked for the architecture");
    }

    private static SandboxFeature Try(Func<SandboxRequest, Task<RunResult>> run)
    {
        try
        {
            var result = run(new SandboxRequest { Command = ["/bin/true"] }).GetAwaiter().GetResult();
            return result.Status == ExecutionStatus.Ok
                ? new SandboxFeature(Namespaces, true, "bubblewrap")
                : new SandboxFeature(Namespaces, false, $"a trial ended with {result.Status.ToId()}", "allow unprivileged user namespaces");
        }
        catch (ProblemException exception)
        {
            return new SandboxFeature(Namespaces, false, exception.Problem.Message, "allow unprivileged user namespaces (kernel.unprivileged_userns_clone=1)");
        }
    }
}
