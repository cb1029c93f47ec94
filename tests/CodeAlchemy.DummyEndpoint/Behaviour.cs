namespace CodeAlchemy.DummyEndpoint;

/// <summary>What to do with a request, in detail.</summary>
public sealed record Behaviour
{
    /// <summary>A reply and nothing special.</summary>
    internal static readonly Behaviour Plain = new();

    /// <summary>What is done.</summary>
    public BehaviourKind Kind { get; init; } = BehaviourKind.Reply;

    /// <summary>Wait before the answer, in milliseconds.</summary>
    public int DelayMs { get; init; }

    /// <summary>Status of <see cref="BehaviourKind.Body"/> and <see cref="BehaviourKind.Html"/>.</summary>
    public int Status { get; init; } = 200;

    /// <summary>More headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body of <see cref="BehaviourKind.Body"/>.</summary>
    public string Body { get; init; } = string.Empty;

    /// <summary>Content of the reply; without it the reply names the request's hash.</summary>
    public string? Content { get; init; }

    /// <summary>Content of the field <c>reasoning_content</c>.</summary>
    public string? Reasoning { get; init; }

    /// <summary>The finish reason.</summary>
    public string Finish { get; init; } = "stop";

    /// <summary>Whether usage is told.</summary>
    public bool Usage { get; init; } = true;

    /// <summary>Tokens of the completion that are told; a quarter of its characters when 0.</summary>
    public int CompletionTokens { get; init; }

    /// <summary>Whether log probabilities are told.</summary>
    public bool Logprobs { get; init; }

    /// <summary>Size of what is <see cref="BehaviourKind.Huge"/>.</summary>
    public int Bytes { get; init; } = 10_000_000;

    /// <summary>A status with a message in the way of the OpenAI interface.</summary>
    public static Behaviour Error(int status, string message, string? code = null, params (string Name, string Value)[] headers) => new()
    {
        Kind = BehaviourKind.Body,
        Status = status,
        Body = System.Text.Json.JsonSerializer.Serialize(new { error = new { message, code } }),
        Headers = headers.ToDictionary(header => header.Name, header => header.Value),
    };
}
