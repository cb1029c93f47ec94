using System.Text.Json;
using CodeAlchemy.Grounded.Metrics;
using Xunit;

namespace CodeAlchemy.Grounded.Tests;

public sealed class MetricsTests
{
    private static readonly JsonElement Vectors =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fixtures", "metrics.json"))).RootElement;

    [Fact]
    public void Rouge_2_agrees_with_the_reference_vectors()
    {
        foreach (var c in Vectors.GetProperty("rouge2").GetProperty("cases").EnumerateArray())
        {
            var score = Rouge2.Of(c.GetProperty("reference").GetString()!, c.GetProperty("prediction").GetString()!);
            Assert.Equal(c.GetProperty("precision").GetDouble(), score.Precision, 1e-12);
            Assert.Equal(c.GetProperty("recall").GetDouble(), score.Recall, 1e-12);
            Assert.Equal(c.GetProperty("f").GetDouble(), score.F, 1e-12);
        }
    }

    [Fact]
    public void Pass_at_k_agrees_with_the_reference_vectors()
    {
        foreach (var c in Vectors.GetProperty("passAtK").GetProperty("cases").EnumerateArray())
        {
            var value = PassAtK.Of(c.GetProperty("n").GetInt32(), c.GetProperty("c").GetInt32(), c.GetProperty("k").GetInt32());
            Assert.Equal(c.GetProperty("value").GetDouble(), value, 1e-12);
        }
    }

    [Theory]
    [InlineData(4, 2, 5)]
    [InlineData(4, 5, 2)]
    [InlineData(4, -1, 2)]
    [InlineData(4, 2, 0)]
    public void Pass_at_k_refuses_counts_that_contradict_each_other(int n, int c, int k) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PassAtK.Of(n, c, k));

    [Fact]
    public void Wilson_intervals_agree_with_the_reference_vectors()
    {
        foreach (var c in Vectors.GetProperty("wilson95").EnumerateArray())
        {
            var (low, high) = WilsonInterval.Of(c.GetProperty("successes").GetInt32(), c.GetProperty("trials").GetInt32());
            Assert.Equal(c.GetProperty("interval")[0].GetDouble(), low, 1e-9);
            Assert.Equal(c.GetProperty("interval")[1].GetDouble(), high, 1e-9);
        }
    }

    [Fact]
    public void The_exact_McNemar_test_agrees_with_the_reference_vectors()
    {
        foreach (var c in Vectors.GetProperty("mcnemarExact").EnumerateArray())
        {
            Assert.Equal(c.GetProperty("p").GetDouble(), McNemar.Exact(c.GetProperty("b").GetInt32(), c.GetProperty("c").GetInt32()), 1e-12);
        }

        Assert.Equal(1, McNemar.Exact(0, 0));
        Assert.Equal(1, McNemar.Exact(3, 3));
    }

    [Fact]
    public void The_clustered_standard_error_agrees_with_the_reference_vector()
    {
        var vector = Vectors.GetProperty("clusteredStandardError");
        var clusters = vector.GetProperty("clusters").EnumerateArray()
            .Select(c => (IReadOnlyCollection<double>)[.. c.EnumerateArray().Select(x => x.GetDouble())]).ToArray();

        Assert.Equal(vector.GetProperty("value").GetDouble(), ClusteredError.Of(clusters), 1e-12);
    }

    [Fact]
    public void Win_rates_agree_with_the_reference_vector()
    {
        var vector = Vectors.GetProperty("winRate");
        static double Value(JsonElement verdict) => verdict.GetString() switch { "A" => 1, "tie" => 0.5, _ => 0 };
        var rate = WinRate.Of([.. vector.GetProperty("verdictsInBothOrders").EnumerateArray().Select(v => (Value(v[0]), Value(v[1])))]);

        Assert.Equal(vector.GetProperty("strictConsistentWins").GetDouble(), rate.StrictConsistentWins, 1e-12);
        Assert.Equal(vector.GetProperty("tiesAsHalf").GetDouble(), rate.TiesAsHalf, 1e-12);
        Assert.Equal(vector.GetProperty("meanOfOrders").GetDouble(), rate.MeanOfOrders, 1e-12);
    }

    [Theory]
    [InlineData("a\nb\n", "a\nb", true)]
    [InlineData("a  \r\nb", "a\nb\n\n", true)]
    [InlineData("a\nb", "a\n b", false)]
    [InlineData("x = 1", "x = -1", false)]
    [InlineData("", "\n", true)]
    public void An_exact_match_ignores_white_space_at_line_ends_only(string reference, string prediction, bool expected) =>
        Assert.Equal(expected, ExactMatch.Of(reference, prediction));

    [Theory]
    [InlineData("a\nb\nc", "a\nb\nc\n", 0)]
    [InlineData("a\nb\nc", "a\nx\nc", 2)]
    [InlineData("a\nb\nc", "a\nb", 3)]
    [InlineData("a\nb", "a\nb\nc", 3)]
    [InlineData("a", "b", 1)]
    public void The_first_divergent_step_is_counted_from_one(string reference, string prediction, int expected) =>
        Assert.Equal(expected, FirstDivergence.Of(reference, prediction));
}
