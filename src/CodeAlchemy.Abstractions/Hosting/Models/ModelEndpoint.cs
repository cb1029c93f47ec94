namespace CodeAlchemy.Abstractions.Hosting.Models;

/// <summary>A server with an OpenAI-compatible chat interface and a model on it. Immutable.</summary>
public sealed record ModelEndpoint
{
    /// <summary>Base address, for example <c>https://api.openai.com/v1</c>; <c>chat/completions</c> is below it.</summary>
    public required Uri Url { get; init; }

    /// <summary>Name of the model on that server.</summary>
    public required string Model { get; init; }

    /// <summary>Name of a credential of the user's configuration, or <see langword="null"/>.</summary>
    public string? Credential { get; init; }

    /// <summary>Share of the requests, relative to the other endpoints of the model; more than 0.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>How the server is told the shape of a structured reply.</summary>
    public StructuredMode Structured { get; init; } = StructuredMode.JsonSchema;

    /// <summary>Name of the field that limits the reply's tokens: <c>max_tokens</c>, or <c>max_completion_tokens</c> on newer servers.</summary>
    public string MaxTokensField { get; init; } = "max_tokens";

    /// <summary>Whether replies are streamed, so that a stalled server is noticed by <see cref="IdleTimeout"/>.</summary>
    public bool Streaming { get; init; }

    /// <summary>Most requests in flight; the adaptive limit moves below it.</summary>
    public int MaxConcurrency { get; init; } = 64;

    /// <summary>Price of the tokens, or <see langword="null"/> when it is not known.</summary>
    public ModelPrice? Price { get; init; }

    /// <summary>Longest time for one attempt.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Longest time without a byte once a reply has begun.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Largest reply in bytes, as it comes over the network.</summary>
    public int MaxReplyBytes { get; init; } = 4 << 20;

    /// <summary>How often and how long is tried again.</summary>
    public RetrySettings Retry { get; init; } = new();

    /// <summary>Scheme, host and port.</summary>
    public string Origin => Url.GetLeftPart(UriPartial.Authority);
}
