namespace CodeAlchemy.Storage.Reviews;

/// <summary>A place in a review journal that could not be used; everything else counts.</summary>
/// <param name="Code"><c>review-malformed</c>, <c>review-out-of-place</c> or <c>review-torn</c>.</param>
/// <param name="Line">Line in the journal, from 1.</param>
/// <param name="Message">One sentence.</param>
public sealed record ReviewIssue(string Code, long Line, string Message);
