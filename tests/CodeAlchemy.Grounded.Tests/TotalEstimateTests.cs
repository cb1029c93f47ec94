using CodeAlchemy.Grounded.Metrics;
using Xunit;

namespace CodeAlchemy.Grounded.Tests;

public sealed class TotalEstimateTests
{
    [Fact]
    public void A_total_is_mean_times_population_with_the_interval_of_Student()
    {
        // Mean 12, standard deviation 2.5819888975, standard error 1.2909944487 without correction; t(3) = 3.1824.
        var total = TotalEstimate.Of([9, 11, 13, 15], 1_000_000);

        Assert.Equal(12_000_000, total.Expected);
        Assert.Equal(12_000_000 - (3.1824 * 1.2909944487 * 1_000_000), total.Low, 1e-5 * total.Low);
        Assert.Equal(12_000_000 + (3.1824 * 1.2909944487 * 1_000_000), total.High, 1e-5 * total.High);
    }

    [Fact]
    public void A_sample_of_everything_is_no_estimate() => Assert.Equal(new TotalEstimate(6, 6, 6), TotalEstimate.Of([1, 2, 3], 3));

    [Fact]
    public void The_lower_end_is_never_below_what_was_seen() => Assert.Equal(100, TotalEstimate.Of([0, 0, 100], 50).Low);

    [Fact]
    public void One_value_tells_nothing_about_the_upper_end() => Assert.Equal(new TotalEstimate(5, 50, double.PositiveInfinity), TotalEstimate.Of([5], 10));

    [Theory]
    [InlineData(0, 5)]
    [InlineData(6, 5)]
    public void A_sample_has_one_member_at_least_and_is_no_larger_than_its_population(int sample, int population) =>
        Assert.Throws<ArgumentException>(() => TotalEstimate.Of(new double[sample], population));

    [Fact]
    public void Nineteen_of_twenty_intervals_hold_the_true_total()
    {
        var random = new Random(7);
        var population = Enumerable.Range(0, 500).Select(_ => (double)random.Next(0, 40)).ToArray();
        var held = Enumerable.Range(0, 2000).Count(_ =>
        {
            random.Shuffle(population);
            var total = TotalEstimate.Of(population[..12], population.Length);
            return total.Low <= population.Sum() && population.Sum() <= total.High;
        });

        Assert.InRange(held / 2000.0, 0.93, 0.97);
    }
}
