namespace CodeAlchemy.Workspace.Reviews;

/// <summary>Evidence on a row.</summary>
/// <param name="Method">How it was checked.</param>
/// <param name="Status"><c>verified</c>, <c>unverified</c> or <c>failed</c>.</param>
/// <param name="Evidence">The evidence, or <see langword="null"/>.</param>
public sealed record RowCheck(string Method, string Status, string? Evidence);
