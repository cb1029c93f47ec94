namespace CodeAlchemy.Abstractions;

/// <summary>What came of a verification.</summary>
public enum VerificationStatus
{
    /// <summary>It was checked and holds.</summary>
    Verified,

    /// <summary>It could not be checked.</summary>
    Unverified,

    /// <summary>It was checked and does not hold.</summary>
    Failed,
}
