using System.Collections.Immutable;
using System.Globalization;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Execution.Tests.Sandbox;
using CodeAlchemy.Execution.Tracing;

namespace CodeAlchemy.Execution.Tests.Tracing;

public sealed class WireFollowerTests : IDisposable
{
    private const int Records = 40_000;

    private static readonly TraceHeader Header = new()
    {
        Language = "python",
        LanguageVersion = "3.11",
        Tracer = "python 1.0.0",
        SourceSha256 = "s",
        StdinSha256 = "i",
        Environment = ImmutableSortedDictionary<string, string>.Empty,
        Limits = new TraceLimits(),
        Isolation = IsolationLevel.Strict,
    };

    private static readonly TraceEnd End = new(ExecutionStatus.Ok, 0, null, Records, "o", string.Empty);

    private readonly TemporaryFolder _folder = new();
    private readonly RunningDigest _digest = new(Header);
    private readonly byte[] _bytes = Bytes(0, Records);

    private string Path => System.IO.Path.Combine(_folder.Path, "trace.wire");

    public void Dispose()
    {
        _digest.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_that_grows_is_read_early_and_gives_the_same_trace_and_digest()
    {
        using var follower = Follow();
        await using (var file = new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            // Written in pieces that end within records.
            for (var at = 0; at < _bytes.Length; at += 7001)
            {
                await file.WriteAsync(_bytes.AsMemory(at, Math.Min(7001, _bytes.Length - at)), TestContext.Current.CancellationToken);
                await file.FlushAsync(TestContext.Current.CancellationToken);
            }

            await Until(() => follower.ReadEarly > Records / 2);
        }

        await AssertSame(follower, _bytes, isDigested: true);
    }

    [Fact]
    public async Task A_mapped_file_is_read_up_to_its_zeros()
    {
        var whole = new byte[_bytes.Length + (1 << 20)];
        using var follower = Follow();
        await File.WriteAllBytesAsync(Path, whole, TestContext.Current.CancellationToken);
        var first = _bytes.Length * 3 / 4;
        await Put(0, _bytes.AsMemory(0, first));
        await Until(() => follower.ReadEarly > Records / 2);
        await Put(first, _bytes.AsMemory(first));
        _bytes.CopyTo(whole, 0);

        await AssertSame(follower, whole, isDigested: true);
    }

    [Fact]
    public async Task What_was_written_over_afterwards_is_read_again()
    {
        using var follower = Follow();
        await Put(0, _bytes);
        await Until(() => follower.ReadEarly > Records / 2);
        var changed = Bytes(0, Records);
        changed[changed.AsSpan().IndexOf("total"u8)] = (byte)'T';

        var wire = await AssertSame(follower, changed, isDigested: false);
        Assert.Equal("Total", wire.Events[0].Set.Single().Name);
    }

    [Fact]
    public async Task A_record_that_does_not_fit_is_told_as_when_all_is_read_at_once()
    {
        byte[] broken = [.. _bytes, .. WireReaderTests.Encode("q|1"), .. _bytes];
        using var follower = Follow();
        await Put(0, broken);
        await Until(() => follower.GaveUp);

        var wire = await AssertSame(follower, broken, isDigested: false);
        Assert.StartsWith($"record {Records + 1}: ", wire.Malformed);
    }

    [Fact]
    public async Task A_record_that_does_not_fit_behind_what_was_read_early_keeps_its_number()
    {
        using var follower = Follow();
        await Put(0, _bytes);
        await Until(() => follower.ReadEarly > Records / 2);
        byte[] broken = [.. _bytes, .. WireReaderTests.Encode("q|1")];

        await follower.Stop();
        var wire = follower.Finish(broken, out _);
        Assert.Equal(WireReader.Read(broken).Malformed, wire.Malformed);
        Assert.StartsWith($"record {Records + 1}: ", wire.Malformed);
    }

    [Fact]
    public async Task A_program_that_ends_at_once_is_read_at_its_end()
    {
        using var follower = Follow();

        await AssertSame(follower, _bytes, isDigested: true);
        Assert.Equal(0, follower.ReadEarly);
    }

    [Fact]
    public async Task A_file_that_is_gone_is_no_fault_of_its_own()
    {
        using var follower = Follow();
        File.Delete(Path);
        await Until(() => follower.GaveUp);

        await AssertSame(follower, _bytes, isDigested: false);
    }

    private static byte[] Bytes(int from, int count) =>
        WireReaderTests.Encode([.. Enumerable.Range(from, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"l|1|{i + 1}|=total|int|{i}"))]);

    private static async Task Until(Func<bool> reached)
    {
        while (!reached())
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    private WireFollower Follow()
    {
        File.WriteAllBytes(Path, []);
        var follower = new WireFollower(Path, _digest);
        follower.Follow();
        return follower;
    }

    private async Task Put(int at, ReadOnlyMemory<byte> bytes)
    {
        using var file = File.OpenHandle(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        await RandomAccess.WriteAsync(file, bytes, at, TestContext.Current.CancellationToken);
    }

    private async Task<WireTrace> AssertSame(WireFollower follower, byte[] content, bool isDigested)
    {
        await follower.Stop();
        var expected = WireReader.Read(content);
        var wire = follower.Finish(content, out var digested);
        Assert.Equal(expected.Malformed, wire.Malformed);
        Assert.Equal(expected.HasPartialTail, wire.HasPartialTail);
        Assert.Equal(TraceJson.ToText(new Trace(Header, expected.Events, End)), TraceJson.ToText(new Trace(Header, wire.Events, End)));
        Assert.Equal(isDigested, digested);
        if (digested)
        {
            Assert.Equal(TraceDigest.Compute(Header, expected.Events, End), _digest.Finish(End));
        }

        return wire;
    }
}
