namespace CodeAlchemy.Workspace.Reviews;

/// <summary>Rows by what was decided; the first five add up to all rows.</summary>
/// <param name="Accepted">Good as they were made.</param>
/// <param name="Edited">Good with other messages.</param>
/// <param name="Rejected">Not wanted.</param>
/// <param name="Skipped">Left for another time.</param>
/// <param name="Undecided">All others.</param>
/// <param name="Stale">Of the undecided, those of which an older form was decided about.</param>
/// <param name="Flagged">Marked for another look, whatever the verdict.</param>
public sealed record ReviewCounts(long Accepted, long Edited, long Rejected, long Skipped, long Undecided, long Stale, long Flagged);
