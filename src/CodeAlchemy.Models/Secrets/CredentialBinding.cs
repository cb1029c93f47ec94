namespace CodeAlchemy.Models.Secrets;

/// <summary>A line of the user's configuration: this credential's secret may go to this origin and nowhere else.</summary>
/// <param name="Name">Name that manifests use.</param>
/// <param name="Origin">The origin; a path is ignored.</param>
/// <param name="Secret">The secret, or <see langword="null"/> when the place it should come from holds none.</param>
/// <param name="From">Where the secret comes from, for messages: <c>environment variable LOCAL_KEY</c>.</param>
public sealed record CredentialBinding(string Name, Uri Origin, string? Secret, string From)
{
    /// <summary>Leaves the secret out.</summary>
    public override string ToString() => $"{Name} → {Origins.Of(Origin)} ({From})";
}
