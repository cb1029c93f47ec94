namespace CodeAlchemy.Grounded.Metrics;

/// <summary>
/// ROUGE-2 (Lin 2004) as the rouge_score package computes it, without a stemmer: lower case, everything but a–z and 0–9
/// separates tokens, clipped bigram counts.
/// </summary>
public static class Rouge2
{
    /// <summary>Scores a prediction. Texts of fewer than two tokens score 0, even when they are equal.</summary>
    public static RougeScore Of(string reference, string prediction)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(prediction);
        var expected = Bigrams(reference);
        var actual = Bigrams(prediction);
        var shared = actual.Sum(pair => Math.Min(pair.Value, expected.GetValueOrDefault(pair.Key)));
        var precision = (double)shared / Math.Max(1, actual.Values.Sum());
        var recall = (double)shared / Math.Max(1, expected.Values.Sum());
        return new RougeScore(precision, recall, precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0);
    }

    private static Dictionary<(string, string), int> Bigrams(string text)
    {
        var tokens = Tokens(text).ToArray();
        return tokens.Zip(tokens.Skip(1)).CountBy(pair => pair).ToDictionary();
    }

    private static IEnumerable<string> Tokens(string text)
    {
        var start = -1;
        var lower = text.ToLowerInvariant();
        for (var i = 0; i <= lower.Length; i++)
        {
            var inside = i < lower.Length && (char.IsAsciiLetterLower(lower[i]) || char.IsAsciiDigit(lower[i]));
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                yield return lower[start..i];
                start = -1;
            }
        }
    }
}
