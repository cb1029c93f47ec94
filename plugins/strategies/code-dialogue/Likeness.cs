namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>How much two conversations have in common.</summary>
internal static class Likeness
{
    private const int Length = 5;

    /// <summary>From 0 to 1: sequences of five words that both have, of all that one of them has.</summary>
    public static double Of(IEnumerable<string> first, IEnumerable<string> second)
    {
        var (a, b) = (Shingles(first), Shingles(second));
        return a.Count == 0 && b.Count == 0 ? 1 : a.Intersect(b).Count() / (double)a.Union(b).Count();
    }

    /// <summary>What is compared of a conversation: all but the program and how it is run.</summary>
    public static IEnumerable<string> Said(Dialogue dialogue) => dialogue.Turns.SelectMany(t => new[] { t.Turn.Ask, t.Turn.Answer });

    private static HashSet<string> Shingles(IEnumerable<string> texts)
    {
        var words = string.Join(' ', texts).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. Enumerable.Range(0, Math.Max(0, words.Length - Length + 1)).Select(i => string.Join(' ', words.AsSpan(i, Length).ToArray()))];
    }
}
