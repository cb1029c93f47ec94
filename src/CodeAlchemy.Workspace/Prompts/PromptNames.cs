namespace CodeAlchemy.Workspace.Prompts;

/// <summary>Finds the name that may have been meant.</summary>
internal static class PromptNames
{
    /// <summary>The name nearest by edit distance (Levenshtein 1966), if it is near.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        var (best, distance) = known.Select(k => (k, Distance(k, name))).OrderBy(x => x.Item2).ThenBy(x => x.k, StringComparer.Ordinal).FirstOrDefault();
        return best is not null && distance <= Math.Max(2, name.Length / 4) ? best : null;
    }

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
