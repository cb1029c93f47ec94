using System.Text;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Tests.Sandbox;

[Collection(nameof(SandboxCollection))]
public sealed class SandboxSessionTests(SandboxFixture fixture)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_program_is_talked_to_and_ends_with_its_input()
    {
        await using var session = fixture.Sandbox.Open(SandboxFixture.Shell("while read x; do echo \"got $x\"; done; echo bye >&2; exit 3") with { Isolation = IsolationLevel.Standard });
        using var reader = new StreamReader(session.Output);
        foreach (var word in new[] { "one", "two" })
        {
            await session.Input.WriteAsync(Encoding.UTF8.GetBytes(word + "\n"), TestContext.Current.CancellationToken);
            Assert.Equal($"got {word}", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        }

        session.Input.Dispose();
        var result = await session.Ended.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal((ExecutionStatus.Error, 3, "", "bye\n"), (result.Status, result.ExitCode, SandboxFixture.Text(result.Stdout), SandboxFixture.Text(result.Stderr)));
    }

    [Fact]
    public async Task Killing_ends_the_output_and_all_that_runs()
    {
        await using var session = fixture.Sandbox.Open(SandboxFixture.Shell("sleep 1000 & echo ready; wait") with { Isolation = IsolationLevel.Standard });
        using var reader = new StreamReader(session.Output);
        Assert.Equal("ready", await reader.ReadLineAsync(TestContext.Current.CancellationToken));

        session.Kill();

        Assert.Null(await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.Ended.WaitAsync(Patience, CancellationToken.None));
        Assert.True(session.Ended.IsCanceled);
    }

    [Fact]
    public async Task Disposing_ends_a_program_that_does_not_listen_and_leaves_its_slot_usable()
    {
        var session = fixture.Sandbox.Open(SandboxFixture.Shell("touch /tmp/left; sleep 1000") with { Isolation = IsolationLevel.Standard });

        await session.DisposeAsync();

        Assert.True(session.Ended.IsCompleted);
        var next = await SandboxFixture.Run(fixture.Sandbox, SandboxFixture.Shell("ls /tmp; ps -e 2>/dev/null | grep -c sleep") with { Isolation = IsolationLevel.Standard });
        Assert.DoesNotContain("left", SandboxFixture.Text(next.Stdout), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writing_to_a_program_that_is_gone_is_an_input_output_error()
    {
        await using var session = fixture.Sandbox.Open(SandboxFixture.Shell("exit 0") with { Isolation = IsolationLevel.Standard });
        await session.Ended.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Throws<IOException>(() => session.Input.Write(new byte[100_000]));
    }
}
