using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Manifests.Shapes;

namespace CodeAlchemy.Manifests.Pipelines;

/// <summary>The keys of an endpoint; they stand in an entry of <c>endpoints</c>, or in the role itself when it has one endpoint.</summary>
internal static class EndpointKeys
{
    private static readonly Shape<TimeSpan> Time = Measures.Duration(TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(24));

    private static readonly Shape<decimal> Money = Scalars.Number(0, 1e9).Map(value => (decimal)value);

    private static readonly Shape<string> Name = Scalars.Matching(@"^\S(.{0,198}\S)?$", "the name of a model");

    private static readonly ObjectShape<ModelPrice> Price = new ObjectShape<ModelPrice>(() => new ModelPrice(0, 0))
        .Required("prompt", Money, (p, v) => p with { Prompt = v }, "Price of a million tokens of the prompt.")
        .Required("completion", Money, (p, v) => p with { Completion = v }, "Price of a million tokens of the reply.")
        .Optional("cachedPrompt", Money, (p, v) => p with { CachedPrompt = v }, "Price of a million tokens of the prompt that the endpoint had cached.");

    private static readonly ObjectShape<RetrySettings> Retry = new ObjectShape<RetrySettings>(() => new RetrySettings())
        .Optional("attempts", Scalars.Count(1, 1000), (r, v) => r with { Attempts = v }, "Most attempts that end in a fault of the network or the server.", 6)
        .Optional("throttles", Scalars.Count(0, 1_000_000), (r, v) => r with { Throttles = v }, "Most answers 'too many requests' that one request waits out.", 100)
        .Optional("shortest", Time, (r, v) => r with { Shortest = v }, "Shortest wait.", "500ms")
        .Optional("longest", Time, (r, v) => r with { Longest = v }, "Longest wait, also for what a server asks for.", "120s")
        .Optional("total", Time, (r, v) => r with { Total = v }, "After this time no new attempt begins.", "1200s");

    /// <summary>An endpoint without address and model.</summary>
    public static ModelEndpoint Seed { get; } = new() { Url = new Uri("about:blank"), Model = "" };

    /// <summary>All keys.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "endpoint", "model", "credential", "weight", "structured", "maxTokensField", "streaming", "maxConcurrency", "price", "timeout",
        "idleTimeout", "maxReplyBytes", "retry",
    ];

    /// <summary>Adds the keys to a shape.</summary>
    public static ObjectShape<T> Add<T>(ObjectShape<T> shape, Func<T, ModelEndpoint> get, Func<T, ModelEndpoint, T> set)
    {
        return shape
            .Optional("endpoint", CommonShapes.WebAddress, Set<Uri>((e, v) => e with { Url = v }), "Base address; chat/completions is below it.")
            .Optional("model", Name, Set<string>((e, v) => e with { Model = v }), "Name of the model on that server.")
            .Optional("credential", Scalars.Line, Set<string>((e, v) => e with { Credential = v }), "Name of a credential that the user's own configuration binds to this address.")
            .Optional("weight", Scalars.Number(0.000001, 1e6), Set<double>((e, v) => e with { Weight = v }), "Share of the requests, relative to the other endpoints.", 1)
            .Optional("structured", Scalars.OneOf("json-schema", "json-object", "prompt").Map(Mode), Set<StructuredMode>((e, v) => e with { Structured = v }), "How the server is told the shape of a structured reply.", "json-schema")
            .Optional("maxTokensField", Scalars.OneOf("max_tokens", "max_completion_tokens"), Set<string>((e, v) => e with { MaxTokensField = v }), "Field that limits the tokens of a reply.", "max_tokens")
            .Optional("streaming", Scalars.Boolean, Set<bool>((e, v) => e with { Streaming = v }), "Whether replies are streamed, so that a stalled server is noticed sooner.", false)
            .Optional("maxConcurrency", Scalars.Count(1, 10_000), Set<int>((e, v) => e with { MaxConcurrency = v }), "Most requests in flight.", 64)
            .Optional("price", Price, Set<ModelPrice>((e, v) => e with { Price = v }), "Price of the tokens, in the currency of the budget.")
            .Optional("timeout", Time, Set<TimeSpan>((e, v) => e with { Timeout = v }), "Longest time for one attempt.", "600s")
            .Optional("idleTimeout", Time, Set<TimeSpan>((e, v) => e with { IdleTimeout = v }), "Longest time without a byte once a reply has begun.", "90s")
            .Optional("maxReplyBytes", Measures.Size(1, int.MaxValue).Map(v => (int)v), Set<int>((e, v) => e with { MaxReplyBytes = v }), "Largest reply, as it comes over the network.", "4MiB")
            .Optional("retry", Retry, Set<RetrySettings>((e, v) => e with { Retry = v }), "How often and how long is tried again.");

        Func<T, TValue, T> Set<TValue>(Func<ModelEndpoint, TValue, ModelEndpoint> change) => (t, v) => set(t, change(get(t), v));
    }

    /// <summary>How a manifest writes a mode.</summary>
    public static string NameOf(StructuredMode mode) => mode switch
    {
        StructuredMode.JsonObject => "json-object",
        StructuredMode.Prompt => "prompt",
        _ => "json-schema",
    };

    private static StructuredMode Mode(string name) => name switch
    {
        "json-object" => StructuredMode.JsonObject,
        "prompt" => StructuredMode.Prompt,
        _ => StructuredMode.JsonSchema,
    };
}
