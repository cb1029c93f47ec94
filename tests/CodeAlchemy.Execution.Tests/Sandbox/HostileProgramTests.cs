using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Tests.Sandbox;

[Collection(nameof(SandboxCollection))]
public sealed class HostileProgramTests(SandboxFixture fixture)
{
    public static TheoryData<string> Programs => [.. HostileProgram.Names];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_hostile_program_ends_with_an_honest_status_and_leaves_nothing(string name)
    {
        var program = HostileProgram.Read(name);
        Assert.SkipWhen(program.Notes.TryGetValue("arch", out var arch) && arch == "x86_64" && RuntimeInformation.ProcessArchitecture != Architecture.X64, "for another processor");
        var sandbox = fixture.Complete;
        var mounts = await File.ReadAllTextAsync("/proc/self/mounts", TestContext.Current.CancellationToken);
        using var built = new TemporaryFolder();

        var result = await SandboxFixture.Run(sandbox, await Prepare(sandbox, program, built.Path));

        Assert.True(program.Expected.Contains(result.Status.ToId()), $"{result.Status.ToId()} exit {result.ExitCode} signal {result.Signal}: {SandboxFixture.Text(result.Stderr)[..Math.Min(result.Stderr.Length, 2000)]}");
        if (program.Notes.TryGetValue("stdout", out var stdout))
        {
            Assert.Equal(stdout, SandboxFixture.Text(result.Stdout).Trim());
        }

        Assert.Empty(SandboxFixture.Survivors());
        Assert.Equal(mounts, await File.ReadAllTextAsync("/proc/self/mounts", TestContext.Current.CancellationToken));
        await TheNextRunIsClean(sandbox);
    }

    private static async Task TheNextRunIsClean(ISandbox sandbox)
    {
        var next = await SandboxFixture.Run(sandbox, SandboxFixture.Shell("ls -A /tmp /var/tmp /dev/shm . | grep -v :; echo /proc/[0-9]*"));
        Assert.Equal(ExecutionStatus.Ok, next.Status);
        Assert.Equal("/proc/1 /proc/2", string.Join(' ', SandboxFixture.Text(next.Stdout).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    private static async Task<SandboxRequest> Prepare(ISandbox sandbox, HostileProgram program, string built)
    {
        var request = new SandboxRequest
        {
            Command = [],
            Files = ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty.Add(program.Name, [.. program.Source]),
            WorkDirectory = "/work/a",
        };
        switch (Path.GetExtension(program.Name))
        {
            case ".py":
                return request with { Command = ["/usr/bin/python3", program.Name], Limits = program.Limits };
            case ".sh":
                return request with { Command = ["sh", program.Name], Limits = program.Limits };
            default:
                var compiled = await SandboxFixture.Run(sandbox, request with { Command = ["gcc", "-O0", "-w", "-o", "/out/program", program.Name], OutputFolder = built });
                Assert.True(compiled.Status == ExecutionStatus.Ok, SandboxFixture.Text(compiled.Stderr) + compiled.Status);
                return request with { Files = request.Files.Clear(), Command = ["/built/program"], Binds = [new SandboxBind(built, "/built")], Limits = program.Limits };
        }
    }
}
