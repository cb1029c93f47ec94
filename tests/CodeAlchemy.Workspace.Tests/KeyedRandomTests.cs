using CodeAlchemy.Workspace.Workbench;
using Xunit;

namespace CodeAlchemy.Workspace.Tests;

public sealed class KeyedRandomTests
{
    [Fact]
    public void The_same_key_gives_the_same_numbers_for_ever()
    {
        var random = new KeyedRandom(42, "source", "strategy", "purpose");
        var numbers = Enumerable.Range(0, 5).Select(_ => random.Next(1000)).ToArray();
        var again = new KeyedRandom(42, "source", "strategy", "purpose");
        Assert.Equal(numbers, Enumerable.Range(0, 5).Select(_ => again.Next(1000)));
    }

    [Theory]
    [InlineData(43, "a", "b")]
    [InlineData(42, "a", "c")]
    [InlineData(42, "ab", "")]
    [InlineData(42, "", "ab")]
    public void Another_key_gives_other_numbers(long seed, string first, string second) =>
        Assert.NotEqual(new KeyedRandom(42, "a", "b").NextBits(), new KeyedRandom(seed, first, second).NextBits());

    [Fact]
    public void Numbers_stay_below_the_maximum_and_reach_every_value()
    {
        var random = new KeyedRandom(1, "range");
        var seen = Enumerable.Range(0, 2000).Select(_ => random.Next(7)).ToHashSet();
        Assert.Equal(Enumerable.Range(0, 7), seen.Order());
        Assert.All(Enumerable.Range(0, 1000).Select(_ => random.NextDouble()), value => Assert.InRange(value, 0, 0.9999999999999999));
    }

    [Fact]
    public void A_maximum_below_one_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new KeyedRandom(1, "x").Next(0));
}
