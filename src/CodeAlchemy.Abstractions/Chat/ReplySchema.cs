namespace CodeAlchemy.Abstractions.Chat;

/// <summary>Shape of a structured reply.</summary>
/// <param name="Name">Short name: letters, digits, <c>_</c> and <c>-</c>.</param>
/// <param name="Json">A JSON Schema in the subset that <c>docs/models.md</c> lists; any other keyword is refused.</param>
public sealed record ReplySchema(string Name, string Json);
