namespace CodeAlchemy.Abstractions.Hosting.Models;

/// <summary>A line of the user's credentials file: where a secret may go and where it comes from. The secret itself never stands there.</summary>
/// <param name="Name">Name that manifests use.</param>
/// <param name="Origin">Address whose scheme, host and port the secret may go to.</param>
/// <param name="Variable">Environment variable that holds the secret, or <see langword="null"/>.</param>
/// <param name="File">Absolute path of a file that holds the secret, or <see langword="null"/>.</param>
public sealed record CredentialEntry(string Name, Uri Origin, string? Variable, string? File);
