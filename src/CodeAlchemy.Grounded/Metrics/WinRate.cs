namespace CodeAlchemy.Grounded.Metrics;

/// <summary>Share of comparisons that the first model wins, each judged in both orders because judges favour a position.</summary>
/// <param name="StrictConsistentWins">Won in both orders.</param>
/// <param name="TiesAsHalf">Won in both orders, plus half of those that are neither won nor lost in both.</param>
/// <param name="MeanOfOrders">Mean over all verdicts, a tie as half.</param>
public readonly record struct WinRate(double StrictConsistentWins, double TiesAsHalf, double MeanOfOrders)
{
    /// <summary>Counts verdicts.</summary>
    /// <param name="verdicts">Per comparison the verdicts in both orders: 1 for a win, 0.5 for a tie, 0 for a loss.</param>
    /// <exception cref="ArgumentException">There are no verdicts.</exception>
    public static WinRate Of(IReadOnlyCollection<(double First, double Second)> verdicts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        if (verdicts.Count == 0)
        {
            throw new ArgumentException("There are no verdicts.", nameof(verdicts));
        }

        var wins = verdicts.Count(v => v is (1, 1));
        var losses = verdicts.Count(v => v is (0, 0));
        return new WinRate(
            (double)wins / verdicts.Count,
            (wins + (0.5 * (verdicts.Count - wins - losses))) / verdicts.Count,
            verdicts.Average(v => (v.First + v.Second) / 2));
    }
}
