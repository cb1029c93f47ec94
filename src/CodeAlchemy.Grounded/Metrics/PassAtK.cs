namespace CodeAlchemy.Grounded.Metrics;

/// <summary>The unbiased estimator of pass@k (Chen et al. 2021, arXiv 2107.03374).</summary>
public static class PassAtK
{
    /// <summary>1 − ∏ (1 − k ÷ i) for i from n − c + 1 to n.</summary>
    /// <param name="samples">n, the samples drawn.</param>
    /// <param name="correct">c, those that are right.</param>
    /// <param name="k">How many tries are allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer samples than k, or the counts contradict each other.</exception>
    public static double Of(int samples, int correct, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, k);
        ArgumentOutOfRangeException.ThrowIfNegative(correct);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(correct, samples);
        if (samples - correct < k)
        {
            return 1;
        }

        var failing = 1.0;
        for (var i = samples - correct + 1; i <= samples; i++)
        {
            failing *= 1 - ((double)k / i);
        }

        return 1 - failing;
    }
}
