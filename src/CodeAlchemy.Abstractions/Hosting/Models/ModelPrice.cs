namespace CodeAlchemy.Abstractions.Hosting.Models;

/// <summary>Price of a million tokens, in the currency of the budget.</summary>
/// <param name="Prompt">Tokens of the prompt.</param>
/// <param name="Completion">Tokens of the reply, reasoning included.</param>
/// <param name="CachedPrompt">Tokens of the prompt that the endpoint had cached; <see langword="null"/>: as <paramref name="Prompt"/>.</param>
public sealed record ModelPrice(decimal Prompt, decimal Completion, decimal? CachedPrompt = null);
