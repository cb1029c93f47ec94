using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions;

/// <summary>Provenance columns of a source file. Names follow The Stack v2 (blob_id, repo_name, detected_licenses, license_type).</summary>
/// <param name="BlobId">Content address of the file: the SHA-256 for plain files, the corpus's own id otherwise.</param>
/// <param name="RepoName">Repository the file came from, or <see langword="null"/>.</param>
/// <param name="DetectedLicenses">SPDX identifiers, possibly empty.</param>
/// <param name="LicenseType"><c>permissive</c>, <c>no_license</c> or <c>unknown</c>.</param>
public sealed record SourceOrigin(
    string? BlobId,
    string? RepoName,
    ImmutableArray<string> DetectedLicenses,
    string LicenseType)
{
    /// <summary>Nothing is known.</summary>
    public static SourceOrigin Unknown { get; } = new(null, null, [], "unknown");
}
