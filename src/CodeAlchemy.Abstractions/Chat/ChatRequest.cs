using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions.Chat;

/// <summary>
/// A question for a model. Immutable. Two requests with the same content are the same request and get the same recorded reply;
/// <see cref="Index"/> tells samples of one question apart.
/// </summary>
public sealed record ChatRequest
{
    /// <summary>The conversation, in order; never empty. Reasoning of earlier turns is not sent.</summary>
    public required ImmutableArray<Message> Messages { get; init; }

    /// <summary>Name of a model of the manifest's <c>models</c> section.</summary>
    public string Model { get; init; } = "default";

    /// <summary>Number of the sample, from 0, when several replies to one question are wanted.</summary>
    public int Index { get; init; }

    /// <summary>Sampling temperature, or <see langword="null"/> for the model's setting.</summary>
    public double? Temperature { get; init; }

    /// <summary>Nucleus sampling mass, or <see langword="null"/> for the model's setting.</summary>
    public double? TopP { get; init; }

    /// <summary>Most tokens of the reply, reasoning included, or <see langword="null"/> for the model's setting.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Seed of the sampling for endpoints that take one.</summary>
    public long? Seed { get; init; }

    /// <summary>Texts that end the reply.</summary>
    public ImmutableArray<string> Stop { get; init; } = [];

    /// <summary>Shape of a structured reply, or <see langword="null"/> for free text.</summary>
    public ReplySchema? Schema { get; init; }

    /// <summary>How many alternatives per token to report with log probabilities; <see langword="null"/> for no log probabilities.</summary>
    public int? TopLogprobs { get; init; }
}
