using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Prompts.Nodes;

/// <summary>The error for a name that isn't there, with the nearest one that is.</summary>
internal static class Missing
{
    public static ProblemException Name(string what, string name, IEnumerable<string> known, TextLocation location)
    {
        var sorted = known.Order(StringComparer.Ordinal).ToArray();
        var nearest = sorted.MinBy(k => Distance(k, name));
        var remedy = nearest is null
            ? "No variables were passed."
            : Distance(nearest, name) <= Math.Max(2, name.Length / 3)
                ? $"Did you mean `{nearest}`?"
                : $"Known here: {string.Join(", ", sorted.Take(20))}.";
        return new ProblemException(new Problem("template-variable", $"{what} is not set.", remedy, ExitCode.Configuration, location));
    }

    /// <summary>Edit distance (Levenshtein 1966), case ignored.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = diagonal + (char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
