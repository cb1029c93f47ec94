namespace CodeAlchemy.Abstractions;

/// <summary>One turn of a conversation.</summary>
/// <param name="Role"><c>system</c>, <c>user</c> or <c>assistant</c>.</param>
/// <param name="Content">Text of the turn.</param>
/// <param name="Reasoning">Reasoning kept apart from the answer, or <see langword="null"/>.</param>
public sealed record Message(string Role, string Content, string? Reasoning = null);
