using CodeAlchemy.Pipeline.Running;

namespace CodeAlchemy.Pipeline.Tests;

public sealed class OrderedPipelineTests
{
    [Fact]
    public async Task Results_come_in_the_order_of_the_items_though_early_ones_take_longest()
    {
        var written = new List<string>();
        var pipeline = new OrderedPipeline<int, string, string>(3, 5, 16, _ => 0);

        await pipeline.Run(
            Enumerable.Range(0, 300),
            i => i % 3 == 0 ? (null, $"{i}") : ($"{i}", null),
            async (text, token) =>
            {
                for (var i = int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) % 16; i < 16; i++)
                {
                    await Task.Yield();
                }

                return text;
            },
            written.Add,
            TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"{i}"), written);
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(20L << 20, 3)]
    [InlineData(500L << 20, 1)]
    public async Task No_more_items_are_under_way_than_window_and_bytes_allow(long size, int most)
    {
        var (under, peak) = (0, 0);
        var pipeline = new OrderedPipeline<int, string, string>(8, 8, 6, _ => size);

        await pipeline.Run(
            Enumerable.Range(0, 100),
            i =>
            {
                lock (pipeline)
                {
                    peak = Math.Max(peak, ++under);
                }

                return ($"{i}", null);
            },
            async (text, token) =>
            {
                await Task.Yield();
                return text;
            },
            _ =>
            {
                lock (pipeline)
                {
                    under--;
                }
            },
            TestContext.Current.CancellationToken);

        // The window bounds what waits in order; one more may be in the writer's hands and one in the dispatcher's.
        Assert.InRange(peak, 1, most);
    }

    [Fact]
    public async Task The_first_fault_stops_everything_and_is_the_one_that_is_thrown()
    {
        var pipeline = new OrderedPipeline<int, string, string>(2, 2, 8, _ => 0);

        var run = pipeline.Run(
            Enumerable.Range(0, int.MaxValue),
            i => ($"{i}", null),
            async (text, token) =>
            {
                if (text == "7")
                {
                    throw new InvalidDataException("seven");
                }

                await Task.Delay(text == "3" ? Timeout.Infinite : 0, token);
                return text;
            },
            _ => { },
            TestContext.Current.CancellationToken);

        Assert.Equal("seven", (await Assert.ThrowsAsync<InvalidDataException>(() => run)).Message);
    }
}
