namespace CodeAlchemy.Prompts.Rendering;

/// <summary>Finds the name that a user may have meant.</summary>
internal static class NearestName
{
    /// <summary>The nearest name, or <see langword="null"/> when none is near.</summary>
    public static string? Find(string name, IEnumerable<string> known)
    {
        var nearest = known.Order(StringComparer.Ordinal).MinBy(k => Distance(k, name));
        return nearest is not null && Distance(nearest, name) <= Math.Max(2, name.Length / 3) ? nearest : null;
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
