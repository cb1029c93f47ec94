namespace CodeAlchemy.Grounded.Difficulty;

/// <summary>How hard an execution is to follow in the head, from the counts of its trace.</summary>
/// <param name="Score">From 0 to 1.</param>
/// <param name="Label"><c>easy</c> below 0.55 (about 80 events), <c>medium</c> below 0.75 (about 400), else <c>hard</c>.</param>
public sealed record DifficultyRating(double Score, string Label)
{
    private const double Medium = 0.55;
    private const double Hard = 0.75;

    /// <summary>
    /// Rates an execution. Each count x with its ceiling c gives min(1, log(1 + x) / log(1 + c)); the score is their weighted
    /// mean: events (0.30, 3000), distinct lines (0.20, 120), repeats (0.20, 1500), depth (0.10, 12), calls (0.10, 300),
    /// longest value (0.10, 256). Logarithms, because the tenth round of a loop is less new than the second.
    /// </summary>
    public static DifficultyRating Of(TraceFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var score = (0.30 * Part(facts.Events, 3000))
            + (0.20 * Part(facts.DistinctLines, 120))
            + (0.20 * Part(facts.Repeats, 1500))
            + (0.10 * Part(facts.Depth, 12))
            + (0.10 * Part(facts.Calls, 300))
            + (0.10 * Part(facts.LongestValue, 256));
        // Rounded, so that the last bit of a machine's logarithm never shows in a row.
        var rounded = Math.Round(score, 3);
        return new DifficultyRating(rounded, rounded < Medium ? "easy" : rounded < Hard ? "medium" : "hard");
    }

    private static double Part(int count, int ceiling) => Math.Min(1, Math.Log(1 + count) / Math.Log(1 + ceiling));
}
