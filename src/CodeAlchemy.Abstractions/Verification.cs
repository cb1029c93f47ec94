namespace CodeAlchemy.Abstractions;

/// <summary>One piece of evidence about a sample.</summary>
/// <param name="Method">How it was checked, for example <c>execution</c>.</param>
/// <param name="Status">What came of it.</param>
/// <param name="Evidence">A short stable statement, for example the digest of the agreed trace; or <see langword="null"/>.</param>
public sealed record Verification(string Method, VerificationStatus Status, string? Evidence = null);
