using CodeAlchemy.Execution.Sandbox;

namespace CodeAlchemy.Execution.Tests.Sandbox;

/// <summary>Both versions of control groups against folders that look like theirs; the real ones are met by the hostile programs.</summary>
public sealed class ControlGroupTests : IDisposable
{
    private readonly TemporaryFolder _root = new();

    [Fact]
    public void Version_2_hands_controllers_down_sets_limits_and_reads_counters_since_the_start()
    {
        Put("cgroup.controllers", "cpuset cpu io memory pids");
        Put("cgroup.subtree_control", string.Empty);
        Assert.True(ControlGroupV2.Exists(_root.Path));
        var group = new ControlGroupV2(_root.Path, "1-2-3");
        Put("codealchemy/1-2-3/memory.swap.max", "max");
        Put("codealchemy/1-2-3/cpu.stat", "usage_usec 1000\nuser_usec 400\n");
        Put("codealchemy/1-2-3/memory.events", "low 0\noom 1\noom_kill 1\n");
        Put("codealchemy/1-2-3/pids.events", "max 4\n");

        group.Begin(64 << 20, 19);

        Assert.Equal("+memory +pids +cpu", Get("cgroup.subtree_control"));
        Assert.Equal(("67108864", "0", "19"), (Get("codealchemy/1-2-3/memory.max"), Get("codealchemy/1-2-3/memory.swap.max"), Get("codealchemy/1-2-3/pids.max")));
        Assert.Equal([Path.Combine(_root.Path, "codealchemy/1-2-3/cgroup.procs")], group.Joins);
        Assert.Equal((TimeSpan.Zero, false, false), (group.Processor(), group.OutOfMemory(), group.OutOfProcesses()));
        Put("codealchemy/1-2-3/cpu.stat", "usage_usec 3500\n");
        Put("codealchemy/1-2-3/memory.events", "oom_kill 2\n");
        Put("codealchemy/1-2-3/pids.events", "max 5\n");
        Put("codealchemy/1-2-3/memory.peak", "4096\n");
        Assert.Equal((TimeSpan.FromMicroseconds(2500), true, true, 4096L), (group.Processor(), group.OutOfMemory(), group.OutOfProcesses(), group.PeakMemory()));
    }

    [Theory]
    [InlineData("hugetlb")]
    [InlineData("memory pids")]
    [InlineData("")]
    public void Version_2_without_the_controllers_that_limits_need_does_not_count(string controllers)
    {
        Put("cgroup.controllers", controllers);

        Assert.False(ControlGroupV2.Exists(_root.Path));
    }

    [Fact]
    public void Version_1_sets_limits_and_reads_counters_since_the_start()
    {
        foreach (var controller in new[] { "memory", "pids", "cpuacct" })
        {
            Put($"{controller}/cgroup.procs", string.Empty);
        }

        Assert.True(ControlGroupV1.Exists(_root.Path));
        var group = new ControlGroupV1(_root.Path, "1-2-3");
        Put("memory/codealchemy/1-2-3/memory.memsw.limit_in_bytes", "-1");
        Put("memory/codealchemy/1-2-3/memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 7\n");
        Put("cpuacct/codealchemy/1-2-3/cpuacct.usage", "5000000\n");
        Put("pids/codealchemy/1-2-3/pids.events", "max 0\n");

        group.Begin(64 << 20, 19);

        Assert.Equal(("67108864", "67108864", "19"), (
            Get("memory/codealchemy/1-2-3/memory.limit_in_bytes"), Get("memory/codealchemy/1-2-3/memory.memsw.limit_in_bytes"), Get("pids/codealchemy/1-2-3/pids.max")));
        Put("cpuacct/codealchemy/1-2-3/cpuacct.usage", "7000000\n");
        Put("memory/codealchemy/1-2-3/memory.oom_control", "oom_kill 8\n");
        Assert.Equal((TimeSpan.FromMilliseconds(2), true, false), (group.Processor(), group.OutOfMemory(), group.OutOfProcesses()));
    }

    public void Dispose() => _root.Dispose();

    private void Put(string name, string text)
    {
        var path = Path.Combine(_root.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string Get(string name) => File.ReadAllText(Path.Combine(_root.Path, name));
}
