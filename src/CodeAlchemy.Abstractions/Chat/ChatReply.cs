using System.Collections.Immutable;
using System.Text.Json;

namespace CodeAlchemy.Abstractions.Chat;

/// <summary>What a model answered. Immutable.</summary>
public sealed record ChatReply
{
    /// <summary>The answer without reasoning.</summary>
    public required string Content { get; init; }

    /// <summary>Reasoning kept apart from the answer, or <see langword="null"/>.</summary>
    public string? Reasoning { get; init; }

    /// <summary>Why the reply ended, in the endpoint's word: <c>stop</c>, <c>length</c> and so on.</summary>
    public required string FinishReason { get; init; }

    /// <summary>Tokens as the endpoint counted them, or <see langword="null"/> when it did not say.</summary>
    public ChatUsage? Usage { get; init; }

    /// <summary>Log probabilities of the tokens; empty when not asked for or not offered.</summary>
    public ImmutableArray<TokenLogprob> Logprobs { get; init; } = [];

    /// <summary>Name of the model that answered, as the endpoint gave it.</summary>
    public required string Model { get; init; }

    /// <summary>Origin of the endpoint that answered, for example <c>http://127.0.0.1:8000</c>.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The answer as JSON that holds to the request's schema; <see langword="null"/> when there was none.</summary>
    public JsonElement? Structured { get; init; }

    /// <summary>Whether the reply was cut by the token limit.</summary>
    public bool IsCut => FinishReason == "length";
}
