using System.Text.Json;
using System.Text.Json.Serialization;

namespace CodeAlchemy.DummyEndpoint;

/// <summary>How the endpoint behaves.</summary>
public sealed record Script
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The rules, in order; without one that fits, a request gets a reply.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>Wait before every answer, in milliseconds.</summary>
    public int DelayMs { get; init; }

    /// <summary>Requests a second; more get status 429 with <c>Retry-After</c>. 0 for no limit.</summary>
    public int PerSecond { get; init; }

    /// <summary>Requests at once; more get status 429. 0 for no limit.</summary>
    public int AtOnce { get; init; }

    /// <summary>What is said to a request's body where no rule says anything; <see langword="null"/> for the plain reply.</summary>
    [JsonIgnore]
    public Func<string, string>? Words { get; init; }

    /// <summary>Whether requests are kept for <see cref="DummyServer.Seen"/>.</summary>
    public bool Keep { get; init; }

    /// <summary>Reads a script from JSON.</summary>
    public static Script Read(string json) => JsonSerializer.Deserialize<Script>(json, Json)!;
}
