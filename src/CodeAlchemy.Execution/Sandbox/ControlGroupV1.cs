namespace CodeAlchemy.Execution.Sandbox;

/// <summary>Control groups of version 1: one hierarchy for each of memory, pids and cpuacct.</summary>
internal sealed class ControlGroupV1 : IControlGroup
{
    private static readonly string[] Controllers = ["memory", "pids", "cpuacct"];
    private readonly string _memory;
    private readonly string _pids;
    private readonly string _processor;
    private readonly GroupFile _peak;
    private readonly GroupFile _used;
    private readonly GroupFile _kills;
    private readonly GroupFile _refused;
    private (long Memory, int Processes) _limits;
    private long _processorStart;
    private long _killsStart;
    private long _refusedStart;

    /// <summary>Makes the groups of a slot.</summary>
    /// <param name="root">Where control groups are mounted.</param>
    /// <param name="name">Name of the slot, unique on the machine.</param>
    public ControlGroupV1(string root, string name)
    {
        _memory = Make(root, "memory", name);
        _pids = Make(root, "pids", name);
        _processor = Make(root, "cpuacct", name);
        _peak = new GroupFile(Path.Combine(_memory, "memory.max_usage_in_bytes"), isSet: true);
        _used = new GroupFile(Path.Combine(_processor, "cpuacct.usage"));
        _kills = new GroupFile(Path.Combine(_memory, "memory.oom_control"));
        _refused = new GroupFile(Path.Combine(_pids, "pids.events"));
        Joins = [.. new[] { _memory, _pids, _processor }.Select(folder => Path.Combine(folder, "cgroup.procs"))];
    }

    public IReadOnlyList<string> Joins { get; }

    public static bool Exists(string root) =>
        Controllers.All(name => File.Exists(Path.Combine(root, name, "cgroup.procs")));

    public void Begin(long memory, int processes)
    {
        if ((memory, processes) != _limits)
        {
            Limit(memory, processes);
            _limits = (memory, processes);
        }

        _peak.TryWrite("0");
        _processorStart = Used();
        _killsStart = Kills();
        _refusedStart = Refused();
    }

    public TimeSpan? Processor() => TimeSpan.FromMicroseconds((Used() - _processorStart) / 1000.0);

    public long PeakMemory() => _peak.Number();

    public bool OutOfMemory() => Kills() > _killsStart;

    public bool OutOfProcesses() => Refused() > _refusedStart;

    public void Dispose()
    {
        foreach (var file in new[] { _peak, _used, _kills, _refused })
        {
            file.Dispose();
        }

        foreach (var folder in new[] { _memory, _pids, _processor })
        {
            GroupFiles.TryRemove(folder);
        }
    }

    private void Limit(long memory, int processes)
    {
        var swap = Path.Combine(_memory, "memory.memsw.limit_in_bytes");
        GroupFiles.TryWrite(swap, "-1");
        GroupFiles.Write(Path.Combine(_memory, "memory.limit_in_bytes"), memory);
        GroupFiles.TryWrite(swap, memory.ToString(System.Globalization.CultureInfo.InvariantCulture));
        GroupFiles.Write(Path.Combine(_pids, "pids.max"), processes);
    }

    private static string Make(string root, string controller, string name) =>
        Directory.CreateDirectory(Path.Combine(root, controller, "codealchemy", name)).FullName;

    private long Used() => _used.Number();

    private long Kills() => _kills.Keyed("oom_kill"u8);

    private long Refused() => _refused.Keyed("max"u8);
}
