namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>A feed of packages in the user's own configuration.</summary>
/// <param name="Name">Name that references use.</param>
/// <param name="Address">Base address of its flat container, ending in '/'.</param>
/// <param name="Credential">Name of the credential that is bound to the address, or <see langword="null"/>.</param>
public sealed record PluginFeed(string Name, Uri Address, string? Credential);
