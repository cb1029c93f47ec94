using CodeAlchemy.Abstractions.Chat;

namespace CodeAlchemy.Models.Endpoints;

/// <summary>What came of sending a request once.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Outcome">The outcome if no other attempt follows.</param>
internal readonly record struct Attempt(AttemptKind Kind, ChatOutcome Outcome)
{
    /// <summary>How long the endpoint wants to be left alone, or <see langword="null"/>.</summary>
    public TimeSpan? Pause { get; init; }

    /// <summary>Whether the endpoint may have used tokens that it did not tell.</summary>
    public bool MayHaveUsedTokens { get; init; }

    /// <summary>Tokens that the endpoint told.</summary>
    public ChatUsage? Usage => Outcome.Reply?.Usage ?? Outcome.Failure?.Usage;

    public static Attempt Failed(AttemptKind kind, string reason, string detail, string? raw = null) => new(kind, ChatOutcome.Failed(reason, detail, raw));
}
