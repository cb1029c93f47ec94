using System.Globalization;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>The control group of version 2 of a slot.</summary>
internal sealed class ControlGroupV2 : IControlGroup
{
    private static readonly string[] Controllers = ["memory", "pids", "cpu"];
    private readonly string _folder;
    private readonly GroupFile _peak;
    private readonly GroupFile _used;
    private readonly GroupFile _kills;
    private readonly GroupFile _refused;
    private (long Memory, int Processes) _limits;
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
        _peak = new GroupFile(Path.Combine(_folder, "memory.peak"), isSet: true);
        _used = new GroupFile(Path.Combine(_folder, "cpu.stat"));
        _kills = new GroupFile(Path.Combine(_folder, "memory.events"));
        _refused = new GroupFile(Path.Combine(_folder, "pids.events"));
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
        if ((memory, processes) != _limits)
        {
            GroupFiles.Write(Path.Combine(_folder, "memory.max"), memory);
            GroupFiles.TryWrite(Path.Combine(_folder, "memory.swap.max"), "0");
            GroupFiles.Write(Path.Combine(_folder, "pids.max"), processes);
            _limits = (memory, processes);
        }

        _peak.TryWrite("0");
        _processorStart = Used();
        _killsStart = Kills();
        _refusedStart = Refused();
    }

    public TimeSpan? Processor() => TimeSpan.FromMicroseconds(Used() - _processorStart);

    public long PeakMemory() => _peak.Number();

    public bool OutOfMemory() => Kills() > _killsStart;

    public bool OutOfProcesses() => Refused() > _refusedStart;

    public void Dispose()
    {
        foreach (var file in new[] { _peak, _used, _kills, _refused })
        {
            file.Dispose();
        }

        GroupFiles.TryRemove(_folder);
    }

    private static void HandDown(string folder) =>
        GroupFiles.TryWrite(Path.Combine(folder, "cgroup.subtree_control"), string.Create(CultureInfo.InvariantCulture, $"+memory +pids +cpu"));

    private long Used() => _used.Keyed("usage_usec"u8);

    private long Kills() => _kills.Keyed("oom_kill"u8);

    private long Refused() => _refused.Keyed("max"u8);
}
