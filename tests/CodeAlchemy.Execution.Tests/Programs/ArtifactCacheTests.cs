using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Execution.Programs;

namespace CodeAlchemy.Execution.Tests.Programs;

public sealed class ArtifactCacheTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cache-").FullName;

    [Fact]
    public async Task What_was_built_is_found_by_another_process_and_built_once_by_many_callers()
    {
        var builds = 0;
        var cache = new ArtifactCache(_folder, 1 << 20, TimeProvider.System);
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cache.Get(Key('a'), Build, Token)));
        var other = await new ArtifactCache(_folder, 1 << 20, TimeProvider.System).Get(Key('a'), Build, Token);

        Assert.Equal(1, builds);
        Assert.All(all.Append(other), a => Assert.Equal("built", File.ReadAllText(Path.Combine(a.Folder, "file"))));

        Task<BuildFailure?> Build(string folder, CancellationToken token)
        {
            Interlocked.Increment(ref builds);
            File.WriteAllText(Path.Combine(folder, "file"), "built");
            return Task.FromResult<BuildFailure?>(null);
        }
    }

    [Theory]
    [InlineData(ExecutionStatus.Error, 1)]
    [InlineData(ExecutionStatus.Timeout, 2)]
    [InlineData(ExecutionStatus.MemoryLimit, 2)]
    public async Task A_failure_of_the_program_is_kept_and_one_of_the_moment_is_not(ExecutionStatus status, int builds)
    {
        var done = 0;
        var cache = new ArtifactCache(_folder, 1 << 20, TimeProvider.System);
        for (var i = 0; i < 2; i++)
        {
            var artifact = await cache.Get(
                Key('f'), (_, _) => Task.FromResult<BuildFailure?>(new BuildFailure(status, 1, $"attempt {++done}", null)), Token);
            Assert.Equal(status, artifact.Failure!.Status);
        }

        Assert.Equal(builds, done);
    }

    [Fact]
    public async Task Above_its_size_it_drops_what_was_used_longest_ago_but_nothing_in_use()
    {
        var clock = new MovableClock();
        var cache = new ArtifactCache(_folder, 10_000, clock);
        for (var c = 'a'; c <= 'e'; c++)
        {
            await cache.Get(Key(c), Fill, Token);
            clock.Now += TimeSpan.FromHours(1);
        }

        var left = Directory.EnumerateDirectories(Path.Combine(_folder, "entries")).Select(f => Path.GetFileName(f)[0]).Order();
        Assert.Equal(['c', 'd', 'e'], left);

        static Task<BuildFailure?> Fill(string folder, CancellationToken token)
        {
            File.WriteAllBytes(Path.Combine(folder, "file"), new byte[3000]);
            return Task.FromResult<BuildFailure?>(null);
        }
    }

    [Fact]
    public async Task A_build_that_throws_leaves_nothing_and_is_tried_again()
    {
        var cache = new ArtifactCache(_folder, 1 << 20, TimeProvider.System);
        await Assert.ThrowsAsync<InvalidOperationException>(() => cache.Get(Key('t'), (_, _) => throw new InvalidOperationException(), Token));

        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(_folder, "drafts")));
        Assert.Null((await cache.Get(Key('t'), (_, _) => Task.FromResult<BuildFailure?>(null), Token)).Failure);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Key(char c) => new(c, 64);

    private sealed class MovableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
