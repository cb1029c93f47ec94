using System.Collections.Concurrent;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>Slots that wait for their next run, and sweeping of what killed hosts left. Thread-safe.</summary>
internal sealed class SlotPool : IDisposable
{
    private readonly SandboxOptions _options;
    private readonly Func<string, IControlGroup> _groups;
    private readonly ConcurrentBag<Slot> _idle = [];
    private readonly ConcurrentBag<Slot> _all = [];
    private readonly bool _plain;
    private static int Count;

    /// <summary>Makes an empty pool.</summary>
    /// <param name="options">Where things are.</param>
    /// <param name="plain">Whether programs run without isolation.</param>
    public SlotPool(SandboxOptions options, bool plain)
    {
        _plain = plain;
        _options = options;
        StateFolder.Make(options.State);
        _groups = Groups(options);
        Sweep(options);
    }

    /// <summary>How slots are limited here: <c>v1</c>, <c>v2</c> or <c>none</c>.</summary>
    public static string Kind(SandboxOptions options) =>
        Environment.IsPrivilegedProcess && ControlGroupV1.Exists(options.ControlGroups) ? "v1"
        : Delegated(options) is not null ? "v2"
        : "none";

    public Slot Take() => _idle.TryTake(out var slot) ? slot : Create();

    public void Return(Slot slot) => _idle.Add(slot);

    public void Dispose()
    {
        foreach (var slot in _all)
        {
            slot.Dispose();
        }
    }

    private static Func<string, IControlGroup> Groups(SandboxOptions options) => Kind(options) switch
    {
        "v1" => name => new ControlGroupV1(options.ControlGroups, name),
        "v2" => name => new ControlGroupV2(Delegated(options)!, name),
        _ => _ => new NoControlGroup(),
    };

    // Root may use the root group; a plain user only one that was handed to them, which is where their processes are.
    private static string? Delegated(SandboxOptions options)
    {
        var own = GroupFiles.Text("/proc/self/cgroup").Split('\n').FirstOrDefault(line => line.StartsWith("0::", StringComparison.Ordinal));
        var candidates = new[] { options.ControlGroups, options.ControlGroups + own?[3..].TrimEnd('/') };
        return candidates.FirstOrDefault(folder => ControlGroupV2.Exists(folder) && IsWritable(folder));
    }

    private static bool IsWritable(string folder)
    {
        var probe = Path.Combine(folder, $"codealchemy-probe-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(probe);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
        finally
        {
            GroupFiles.TryRemove(probe);
        }
    }

    private static void Sweep(SandboxOptions options)
    {
        foreach (var group in Orphans(new[] { "memory", "pids", "cpuacct", string.Empty }.Select(part => Path.Combine(options.ControlGroups, part, "codealchemy"))))
        {
            RemoveGroup(group);
        }

        foreach (var slot in Orphans([Path.Combine(options.State, "slots")]))
        {
            GroupFiles.TryRemove(slot, recursive: true);
        }
    }

    private static IEnumerable<string> Orphans(IEnumerable<string> homes) =>
        homes.Where(Directory.Exists).SelectMany(Directory.GetDirectories).Where(folder => HostIdentity.IsOrphan(Path.GetFileName(folder)));

    // A killed process leaves its group only when the kernel is done with it, so the first try may come too early.
    private static void RemoveGroup(string group)
    {
        for (var patience = 0; patience < 50; patience++)
        {
            KillMembers(group);
            if (GroupFiles.TryRemove(group))
            {
                return;
            }

            Thread.Sleep(10);
        }
    }

    private static void KillMembers(string folder)
    {
        const int sigKill = 9;
        foreach (var line in GroupFiles.Text(Path.Combine(folder, "cgroup.procs")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(line, out var process) && process > 1)
            {
                _ = Native.Libc.Kill(process, sigKill);
            }
        }
    }

    private Slot Create()
    {
        var slot = Slot.Create(_options, Interlocked.Increment(ref Count), _groups, _plain);
        _all.Add(slot);
        return slot;
    }
}
