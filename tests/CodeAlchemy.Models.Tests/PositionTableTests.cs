using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Tests;

public sealed class PositionTableTests
{
    [Fact]
    public void Every_key_is_found_where_it_was_last_set()
    {
        using var table = new PositionTable();
        var random = new Random(1);
        var expected = new Dictionary<UInt128, long>();
        for (var i = 0; i < 50_000; i++)
        {
            // Few different low halves, so that several keys fall on the same slot.
            var key = new UInt128((ulong)random.NextInt64(), (ulong)random.Next(20_000) * 0x9E37_79B9_7F4A_7C15);
            expected[key] = i;
            table.Set(new RequestKey(key), i);
        }

        foreach (var (key, position) in expected.ToArray().Take(10_000))
        {
            expected[key] = position + 1;
            table.Set(new RequestKey(key), position + 1);
        }

        Assert.Equal(expected.Count, table.Count);
        Assert.All(expected, pair => Assert.Equal(pair.Value, table.Find(new RequestKey(pair.Key))));
        Assert.Equal(-1, table.Find(new RequestKey(UInt128.MaxValue)));
    }

    [Fact]
    public void The_key_zero_and_the_position_zero_are_like_any_other()
    {
        using var table = new PositionTable();
        Assert.Equal(-1, table.Find(default));
        table.Set(default, 0);
        Assert.Equal((0, -1), (table.Find(default), table.Find(new RequestKey(1))));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Set(default, -1));
    }

    [Fact]
    public void What_it_holds_is_not_in_managed_memory()
    {
        using var table = new PositionTable();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0UL; i < 300_000; i++)
        {
            table.Set(new RequestKey(new UInt128(i, i * 0x9E37_79B9_7F4A_7C15)), (long)i);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        Assert.Equal(299_999, table.Find(new RequestKey(new UInt128(299_999, unchecked(299_999 * 0x9E37_79B9_7F4A_7C15)))));
    }
}
