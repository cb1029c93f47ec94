using System.Diagnostics;
using System.Globalization;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Sandbox;

namespace CodeAlchemy.Execution.Tests.Sandbox;

/// <summary>A host that is killed leaves nothing behind: the server ends its tree, the next start removes groups and folders.</summary>
[Collection(nameof(SandboxCollection))]
public sealed class HostDeathTests(SandboxFixture fixture)
{
    private const string StateVariable = "SANDBOX_TEST_STATE";
    private const string UserVariable = "SANDBOX_TEST_FIRST_USER";

    /// <summary>Run in the process that is going to be killed.</summary>
    [Fact]
    public async Task Victim_sleeps_in_a_sandbox()
    {
        var state = Environment.GetEnvironmentVariable(StateVariable);
        Assert.SkipWhen(state is null, "started by another test only");
        var user = int.Parse(Environment.GetEnvironmentVariable(UserVariable)!, CultureInfo.InvariantCulture);
        using var sandbox = new BubblewrapSandbox(new SandboxOptions { Launcher = Fixtures.Launcher, State = state!, FirstUser = user });
        await sandbox.Run(SandboxFixture.Shell("setsid sleep 999 & exec sleep 998") with { Limits = new SandboxLimits { Wall = TimeSpan.FromMinutes(5) } }, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_killed_host_leaves_no_process_and_the_next_one_sweeps_the_rest()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "counts processes by the users that root gives to slots");
        _ = fixture.Complete;

        // Users of its own: what other tests leave dying must not be taken for the victim's programs.
        var user = SandboxFixture.OtherUser;
        var state = $"/run/codealchemy-tests-victim-{Environment.ProcessId}";
        var start = new ProcessStartInfo(Environment.ProcessPath!, [
            .. Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? new[] { typeof(HostDeathTests).Assembly.Location } : [],
            "-method", $"{typeof(HostDeathTests).FullName}.{nameof(Victim_sleeps_in_a_sandbox)}"])
        { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment[StateVariable] = state;
        start.Environment[UserVariable] = user.ToString(CultureInfo.InvariantCulture);
        using var victim = Process.Start(start)!;
        await Until(() => SandboxFixture.Survivors(user).Count() >= 3);
        var slots = Directory.GetDirectories(Path.Combine(state, "slots"));
        Assert.NotEmpty(slots);

        victim.Kill();
        await victim.WaitForExitAsync(TestContext.Current.CancellationToken);

        await Until(() => !SandboxFixture.Survivors(user).Any());
        using (var next = new BubblewrapSandbox(new SandboxOptions { Launcher = Fixtures.Launcher, State = state, FirstUser = user }))
        {
            await SandboxFixture.Run(next, SandboxFixture.Shell("true"));
            Assert.All(slots, slot => Assert.False(Directory.Exists(slot), slot));
            Assert.All(GroupsOf(victim.Id), Assert.Empty);
        }

        Directory.Delete(state, recursive: true);
    }

    private static IEnumerable<string[]> GroupsOf(int process) =>
        from controller in new[] { "memory", "pids", "cpuacct", "." }
        let folder = Path.Combine("/sys/fs/cgroup", controller, "codealchemy")
        where Directory.Exists(folder)
        select Directory.GetDirectories(folder, $"{process}-*");

    private static async Task Until(Func<bool> condition)
    {
        for (var patience = 0; !condition(); patience++)
        {
            Assert.True(patience < 600, "waited in vain");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
