namespace CodeAlchemy.Abstractions;

/// <summary>A model that wrote a part of a row, for provenance and for the row's identity.</summary>
/// <param name="Role">Name in the manifest's <c>models</c> section; tells the host the parameters.</param>
/// <param name="Name">Name of the model that answered, as the endpoint gave it.</param>
public sealed record ModelReference(string Role, string Name);
