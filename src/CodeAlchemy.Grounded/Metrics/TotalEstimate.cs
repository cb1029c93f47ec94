namespace CodeAlchemy.Grounded.Metrics;

/// <summary>Estimate of a total over a population from a random sample of it, with its 95 % interval.</summary>
/// <param name="Low">Lower end; never below what the sample holds already.</param>
/// <param name="Expected">Sample mean times the size of the population.</param>
/// <param name="High">Upper end.</param>
public readonly record struct TotalEstimate(double Low, double Expected, double High)
{
    // Quantiles 0.975 of Student's t for 1 to 30 degrees of freedom; beyond, the expansion of Cornish and Fisher.
    private static readonly double[] Student =
    [
        12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281, 2.2010, 2.1788, 2.1604, 2.1448, 2.1314,
        2.1199, 2.1098, 2.1009, 2.0930, 2.0860, 2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423,
    ];

    /// <summary>
    /// Mean times population, with the interval of Student's t and the correction for a finite population (Cochran 1977, chapter 2). One
    /// value alone tells nothing about the spread: its interval goes from itself to no end.
    /// </summary>
    /// <param name="sample">Values of the sampled members, none negative.</param>
    /// <param name="population">Members of the population, at least as many.</param>
    /// <exception cref="ArgumentException">The sample is empty or larger than the population.</exception>
    public static TotalEstimate Of(IReadOnlyCollection<double> sample, long population)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (sample.Count == 0 || sample.Count > population)
        {
            throw new ArgumentException("A sample holds from one member to the whole population.", nameof(sample));
        }

        var (n, sum) = (sample.Count, sample.Sum());
        var mean = sum / n;
        var expected = mean * population;
        if (n == population)
        {
            return new TotalEstimate(sum, sum, sum);
        }

        if (n == 1)
        {
            return new TotalEstimate(sum, expected, double.PositiveInfinity);
        }

        var variance = sample.Sum(x => (x - mean) * (x - mean)) / (n - 1);
        var spread = T(n - 1) * population * Math.Sqrt(variance / n * (1 - ((double)n / population)));
        return new TotalEstimate(Math.Max(sum, expected - spread), expected, expected + spread);
    }

    private static double T(int freedom)
    {
        const double Z = 1.959963984540054;
        return freedom <= Student.Length ? Student[freedom - 1] : Z + (((Z * Z * Z) + Z) / (4 * freedom));
    }
}
