namespace CodeAlchemy.Grounded.Metrics;

/// <summary>Exact test for two models on the same questions (McNemar 1947).</summary>
public static class McNemar
{
    /// <summary>Two-sided p value from the questions that only one of them got right.</summary>
    /// <param name="onlyFirst">Right by the first only.</param>
    /// <param name="onlySecond">Right by the second only.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static double Exact(int onlyFirst, int onlySecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(onlyFirst);
        ArgumentOutOfRangeException.ThrowIfNegative(onlySecond);
        var n = onlyFirst + onlySecond;
        var logCoefficient = 0.0;
        var tail = 0.0;
        for (var i = 0; i <= Math.Min(onlyFirst, onlySecond); i++)
        {
            tail += Math.Exp(logCoefficient - (n * Math.Log(2)));
            logCoefficient += Math.Log(n - i) - Math.Log(i + 1);
        }

        return Math.Min(1, 2 * tail);
    }
}
