using CodeAlchemy.Grounded.Metrics;

namespace CodeAlchemy.Workspace.Plans;

/// <summary>A total with its 95 % interval; an end that is not known is <see langword="null"/>.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="Expected">What is expected; <see langword="null"/> where a plan can't know.</param>
/// <param name="High">Upper end.</param>
public sealed record EstimatedTotal(double Low, double? Expected, double? High)
{
    /// <summary>From values of sampled files.</summary>
    internal static EstimatedTotal Of(IReadOnlyCollection<double> sample, long population)
    {
        var total = TotalEstimate.Of(sample, population);
        return new EstimatedTotal(total.Low, total.Expected, double.IsInfinity(total.High) ? null : total.High);
    }
}
