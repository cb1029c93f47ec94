namespace CodeAlchemy.Grounded.Metrics;

/// <summary>Confidence interval of a share (Wilson 1927).</summary>
public static class WilsonInterval
{
    private const double Z95 = 1.959963984540054;

    /// <summary>The 95 % interval of successes ÷ trials.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no trials, or more successes than trials.</exception>
    public static (double Low, double High) Of(int successes, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        var share = (double)successes / trials;
        var z2 = Z95 * Z95;
        var centre = share + (z2 / (2 * trials));
        var spread = Z95 * Math.Sqrt(((share * (1 - share)) + (z2 / (4 * trials))) / trials);
        var scale = 1 + (z2 / trials);
        return ((centre - spread) / scale, (centre + spread) / scale);
    }
}
