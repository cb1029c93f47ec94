using CodeAlchemy.Abstractions.Chat;

namespace CodeAlchemy.Testing;

/// <summary>What a model says once.</summary>
/// <param name="Role">Role of the model.</param>
/// <param name="Template">Template whose text the question must hold; <see langword="null"/> for any.</param>
/// <param name="Outcome">Makes the outcome of the question.</param>
internal sealed record GivenReply(string Role, string? Template, Func<ChatRequest, ChatOutcome> Outcome);
