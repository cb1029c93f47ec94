namespace CodeAlchemy.Grounded.Metrics;

/// <summary>Standard error of a mean over questions that come in clusters, such as several about one program.</summary>
public static class ClusteredError
{
    /// <summary>√(Σ (sum of x − mean per cluster)² · C ÷ (C − 1)) ÷ N, with C clusters and N values.</summary>
    /// <exception cref="ArgumentException">There are fewer than two clusters, or no values.</exception>
    public static double Of(IReadOnlyCollection<IReadOnlyCollection<double>> clusters)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        var count = clusters.Sum(c => c.Count);
        if (clusters.Count < 2 || count == 0)
        {
            throw new ArgumentException("Two clusters with values are needed.", nameof(clusters));
        }

        var mean = clusters.Sum(c => c.Sum()) / count;
        var squares = clusters.Sum(c => Math.Pow(c.Sum(x => x - mean), 2));
        return Math.Sqrt(squares * clusters.Count / (clusters.Count - 1)) / count;
    }
}
