using CodeAlchemy.Pipeline.Running;
using CodeAlchemy.Pipeline.Tests.Kit;

namespace CodeAlchemy.Pipeline.Tests;

public sealed class MemoJournalTests : IDisposable
{
    private readonly TemporaryFolder _disk = new();

    private string File => Path.Combine(_disk.Path, "a.memo");

    public void Dispose() => _disk.Dispose();

    [Fact]
    public void The_first_outcome_of_a_key_stays_also_after_opening_again()
    {
        using (var memo = new MemoJournal(File))
        {
            memo.Put("key", [1, 2]);
            memo.Put("key", [3]);
            memo.Put("empty", []);
        }

        using var again = new MemoJournal(File);
        Assert.True(again.TryGet("key", out var value));
        Assert.Equal([1, 2], value);
        Assert.True(again.TryGet("empty", out value));
        Assert.Empty(value);
        Assert.False(again.TryGet("other", out _));
    }

    [Fact]
    public void What_was_put_before_a_torn_tail_is_still_known()
    {
        using (var memo = new MemoJournal(File))
        {
            memo.Put("first", [1]);
            memo.Put("second", new byte[1000]);
        }

        using (var stream = new FileStream(File, FileMode.Open))
        {
            stream.SetLength(stream.Length - 1);
        }

        using var again = new MemoJournal(File);
        Assert.True(again.TryGet("first", out _));
        Assert.False(again.TryGet("second", out _));
    }

    [Fact]
    public void Many_threads_may_ask_and_put()
    {
        using var memo = new MemoJournal(File);

        Parallel.For(0, 2_000, i =>
        {
            memo.Put($"k{i % 500}", BitConverter.GetBytes(i % 500));
            Assert.True(memo.TryGet($"k{i % 500}", out var value));
            Assert.Equal(i % 500, BitConverter.ToInt32(value));
        });
    }
}
