using System.Diagnostics;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Tests.Sandbox;

/// <summary>What holds for a host that is not root. Root runs these tests by starting them again as another user.</summary>
[Collection(nameof(SandboxCollection))]
public sealed class PlainUserTests(SandboxFixture fixture)
{
    private const int User = 229_999;

    [Fact]
    public async Task Started_as_a_plain_user_these_tests_pass()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can become another user");
        Assert.SkipUnless(File.Exists("/usr/bin/setpriv"), "setpriv is missing");
        _ = fixture.Sandbox;
        var start = new ProcessStartInfo("/usr/bin/setpriv", [
            $"--reuid={User}", $"--regid={User}", "--clear-groups", Environment.ProcessPath!,
            .. Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? new[] { typeof(PlainUserTests).Assembly.Location } : [],
            "-class", typeof(PlainUserTests).FullName!, "-noColor"])
        { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = "/" };
        start.Environment["HOME"] = "/tmp";
        using var tests = Process.Start(start)!;
        var said = await tests.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tests.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(tests.ExitCode == 0 && said.Contains("Failed: 0, Skipped: 1", StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task Nothing_of_the_machine_or_its_users_is_within_reach()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "for a plain user");
        var home = Directory.CreateTempSubdirectory("home-");
        await File.WriteAllTextAsync(Path.Combine(home.FullName, "key"), "own secret", TestContext.Current.CancellationToken);

        var result = await SandboxFixture.Run(fixture.Sandbox, Standard(SandboxFixture.Shell(
            $"cat {home.FullName}/key /etc/shadow /proc/1/environ /root/.profile; ls /home /root; echo x > /usr/x; python3 -c 'import socket; socket.create_connection((\"1.1.1.1\", 53), 1)'; id -u; grep CapEff /proc/self/status")));

        home.Delete(recursive: true);
        Assert.Equal("1000\nCapEff:\t0000000000000000\n", SandboxFixture.Text(result.Stdout));
    }

    [Theory]
    [InlineData("exec sleep 1000", ExecutionStatus.Timeout)]
    [InlineData("while :; do :; done", ExecutionStatus.CpuLimit)]
    [InlineData("for i in 1 2 3 4; do while :; do :; done & done; wait", ExecutionStatus.CpuLimit)]
    [InlineData("head -c 20000000 /dev/zero > /tmp/x", ExecutionStatus.DiskLimit)]
    [InlineData("for i in $(seq 200); do : > $i; done", ExecutionStatus.DiskLimit)]
    [InlineData("exec yes", ExecutionStatus.OutputLimit)]
    [InlineData("(setsid sleep 1000 &) ; exit 0", ExecutionStatus.Ok)]
    public async Task Limits_hold(string script, ExecutionStatus expected)
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "for a plain user");
        var limits = new SandboxLimits
        {
            Wall = TimeSpan.FromSeconds(script.Contains("sleep", StringComparison.Ordinal) ? 1 : 30), Processor = TimeSpan.FromSeconds(1), Disk = 8 << 20, Inodes = 100, Output = 1 << 20,
        };

        var result = await SandboxFixture.Run(fixture.Sandbox, Standard(SandboxFixture.Shell(script)) with { Limits = limits });

        Assert.Equal(expected, result.Status);
    }

    [Fact]
    public async Task Strict_names_what_is_missing()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "for a plain user");
        var missing = fixture.Sandbox.Features.Where(feature => !feature.Available).ToArray();
        if (missing.Length == 0)
        {
            Assert.Equal(ExecutionStatus.Ok, (await SandboxFixture.Run(fixture.Sandbox, SandboxFixture.Shell("true"))).Status);
            return;
        }

        var problem = await Assert.ThrowsAsync<ProblemException>(() => SandboxFixture.Run(fixture.Sandbox, SandboxFixture.Shell("true")));

        Assert.Equal(ExitCode.MissingTool, problem.Problem.Exit);
        Assert.All(missing, feature => Assert.Contains(feature.Name, problem.Problem.Message, StringComparison.Ordinal));
        Assert.All(missing, feature => Assert.NotNull(feature.Remedy));
    }

    private static SandboxRequest Standard(SandboxRequest request) => request with { Isolation = IsolationLevel.Standard };
}
