namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>
/// The user's credentials. A manifest names a credential; only the user's own configuration says to which origin its secret may
/// go, so that a manifest from elsewhere can't send a key anywhere else. Thread-safe.
/// </summary>
public interface ICredentialSource
{
    /// <summary>The secret of a credential for an origin.</summary>
    /// <param name="credential">Name from the manifest, or <see langword="null"/> when it names none.</param>
    /// <param name="origin">Scheme, host and port of the endpoint; its path is ignored.</param>
    /// <returns>The secret, or <see langword="null"/> when no credential is named and none is bound to the origin.</returns>
    /// <exception cref="ProblemException">The named credential is unknown, is bound to another origin, or has no secret.</exception>
    string? Secret(string? credential, Uri origin);
}
