namespace CodeAlchemy.Text.Tokens;

/// <summary>Merges short pieces by looking for the lowest rank again and again, which is faster than a queue while a piece is short.</summary>
internal static class ShortMerger
{
    /// <summary>Longest piece for it, in bytes.</summary>
    public const int Longest = 48;

    /// <summary>Merges in place.</summary>
    /// <returns>How many tokens are left at the front of the array.</returns>
    public static int Merge(int[] ids, Dictionary<ulong, Merge> merges)
    {
        Span<Merge> pairs = stackalloc Merge[Longest];
        for (var i = 0; i + 1 < ids.Length; i++)
        {
            pairs[i] = Look(ids, i, merges);
        }

        var count = ids.Length;
        while (FindLowest(pairs[..(count - 1)]) is var place and >= 0)
        {
            ids[place] = pairs[place].Id;
            ids.AsSpan(place + 2, count - place - 2).CopyTo(ids.AsSpan(place + 1));
            pairs[(place + 1)..(count - 1)].CopyTo(pairs[place..]);
            count--;
            if (place > 0)
            {
                pairs[place - 1] = Look(ids, place - 1, merges);
            }

            if (place + 1 < count)
            {
                pairs[place] = Look(ids, place, merges);
            }
        }

        return count;
    }

    private static int FindLowest(ReadOnlySpan<Merge> pairs)
    {
        var (place, lowest) = (-1, int.MaxValue);
        for (var i = 0; i < pairs.Length; i++)
        {
            if (pairs[i].Rank < lowest)
            {
                (place, lowest) = (i, pairs[i].Rank);
            }
        }

        return place;
    }

    private static Merge Look(int[] ids, int place, Dictionary<ulong, Merge> merges) =>
        merges.TryGetValue(BytePairs.Key(ids[place], ids[place + 1]), out var merge) ? merge : new Merge(int.MaxValue, -1);
}
