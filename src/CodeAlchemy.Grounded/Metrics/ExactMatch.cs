namespace CodeAlchemy.Grounded.Metrics;

/// <summary>Whether a prediction is the reference, but for white space at line ends and at the end.</summary>
public static class ExactMatch
{
    /// <summary>Compares two texts after the same normalisation: CR LF to LF, trailing white space of every line and trailing blank lines removed.</summary>
    public static bool Of(string reference, string prediction)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(prediction);
        return Normalize(reference) == Normalize(prediction);
    }

    internal static string Normalize(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.TrimEnd())).TrimEnd('\n');
}
