using CodeAlchemy.Storage.Reviews;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>How a row stands under review.</summary>
/// <param name="Verdict">What holds about the row as it is now.</param>
/// <param name="Flagged">Whether it is marked for another look.</param>
/// <param name="Decision">The decision that gave the verdict, or <see langword="null"/>.</param>
/// <param name="Stale">For an undecided row: the last decision about an older form of it, or <see langword="null"/>.</param>
public sealed record ReviewView(RowVerdict Verdict, bool Flagged, DecisionView? Decision, DecisionView? Stale)
{
    internal static ReviewView Of(RowReview review) => new(
        review.Verdict, review.Flagged, DecisionView.Of(review.Decision), DecisionView.Of(review.Stale));
}
