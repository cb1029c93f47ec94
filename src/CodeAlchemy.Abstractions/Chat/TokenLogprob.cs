using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions.Chat;

/// <summary>A token of a reply and its log probability.</summary>
/// <param name="Token">Text of the token.</param>
/// <param name="Logprob">Natural logarithm of its probability.</param>
/// <param name="Alternatives">The likeliest tokens at its place, without alternatives of their own.</param>
public sealed record TokenLogprob(string Token, double Logprob, ImmutableArray<TokenLogprob> Alternatives);
