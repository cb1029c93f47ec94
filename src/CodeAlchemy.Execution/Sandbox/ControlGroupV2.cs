using System.Globalization;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>The control group of version 2 of a slot.</summary>
internal sealed class ControlGroupV2 : IControlGroup
{
    private static readonly string[] Controllers = ["memory", "pids", "cpu"];
    private readonly string _folder;
    private long _processorStart;
    private long _killsStart;
    private long _refusedStart;

    /// <summary>Makes the group of a slot below a folder whose controllers may be handed down.</summary>
    /// <param name="parent">The group above, writable by this user.</param>
    /// <param name="name">Name of the slot, unique on the machine.</param>
    public ControlGroupV2(string parent, string name)
    {
        var family = Path.Combine(parent, "codealchemy");
        HandDown(parent);
        Directory.CreateDirectory(family);
        HandDown(family);
        _folder = Directory.CreateDirectory(Path.Combine(family, name)).FullName;
        Joins = [Path.Combine(_folder, "cgroup.procs")];
    }

    public IReadOnlyList<string> Joins { get; }

    public static bool Exists(string parent)
    {
        var offered = GroupFiles.Text(Path.Combine(parent, "cgroup.controllers")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Controllers.All(offered.Contains);
    }

    public void Begin(long memory, int processes)
    {
        GroupFiles.Write(Path.Combine(_folder, "memory.max"), memory);
        GroupFiles.TryWrite(Path.Combine(_folder, "memory.swap.max"), "0");
        GroupFiles.TryWrite(Path.Combine(_folder, "memory.peak"), "0");
        GroupFiles.Write(Path.Combine(_folder, "pids.max"), processes);
        _processorStart = Used();
        _killsStart = Kills();
        _refusedStart = Refused();
    }

    public TimeSpan? Processor() => TimeSpan.FromMicroseconds(Used() - _processorStart);

    public long PeakMemory() => GroupFiles.Number(Path.Combine(_folder, "memory.peak"));

    public bool OutOfMemory() => Kills() > _killsStart;

    public bool OutOfProcesses() => Refused() > _refusedStart;

    public void Dispose() => GroupFiles.TryRemove(_folder);

    private static void HandDown(string folder) =>
        GroupFiles.TryWrite(Path.Combine(folder, "cgroup.subtree_control"), string.Create(CultureInfo.InvariantCulture, $"+memory +pids +cpu"));

    private long Used() => GroupFiles.Keyed(Path.Combine(_folder, "cpu.stat"), "usage_usec");

    private long Kills() => GroupFiles.Keyed(Path.Combine(_folder, "memory.events"), "oom_kill");

    private long Refused() => GroupFiles.Keyed(Path.Combine(_folder, "pids.events"), "max");
}
