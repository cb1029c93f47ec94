namespace CodeAlchemy.Grounded.Metrics;

/// <summary>Where a predicted trace leaves the true one.</summary>
public static class FirstDivergence
{
    /// <summary>
    /// The first step, from 1, at which the texts differ, one step per line and white space at line ends ignored; 0 when they
    /// agree. A text that ends too early diverges at the step after its last.
    /// </summary>
    public static int Of(string reference, string prediction)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(prediction);
        var expected = ExactMatch.Normalize(reference).Split('\n');
        var actual = ExactMatch.Normalize(prediction).Split('\n');
        var shared = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return shared == expected.Length && shared == actual.Length ? 0 : shared + 1;
    }
}
