namespace CodeAlchemy.Storage.Reviews;

/// <summary>How a row stands under review.</summary>
/// <param name="Verdict">What holds about the row as it is now.</param>
/// <param name="Flagged">Whether it is marked for another look.</param>
/// <param name="Decision">The decision that gave the verdict, or <see langword="null"/>.</param>
/// <param name="Stale">For an undecided row: the last decision about an older form of it, or <see langword="null"/>.</param>
public sealed record RowReview(RowVerdict Verdict, bool Flagged, ReviewRecord? Decision, ReviewRecord? Stale)
{
    /// <summary>A row that nobody looked at.</summary>
    public static RowReview None { get; } = new(RowVerdict.Undecided, false, null, null);
}
