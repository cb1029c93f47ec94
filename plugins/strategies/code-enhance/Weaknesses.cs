using System.Collections.Immutable;
using CodeAlchemy.Grounded.Quality;

namespace CodeAlchemy.Strategies.CodeEnhance;

/// <summary>Says what pulls the quality of a file down.</summary>
internal static class Weaknesses
{
    // Below this a feature is worth a word.
    private const double Weak = 0.8;

    /// <summary>The weak features in words, the weakest first; the prompt lists them.</summary>
    public static ImmutableArray<string> Of(CodeQuality quality) =>
    [
        .. new (double Value, string Words)[]
        {
            (quality.Documentation, "little documentation"),
            (quality.Names, "names that say little"),
            (quality.Layout, "uneven layout"),
            (quality.Structure, "long functions or deep nesting"),
            (quality.Tidiness, "dead, repeated or roundabout code, or numbers without a name"),
        }.Where(f => f.Value < Weak).OrderBy(f => f.Value).Select(f => f.Words),
    ];
}
