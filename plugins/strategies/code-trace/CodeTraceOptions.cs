using System.Collections.Immutable;
using System.Text.Json;

namespace CodeAlchemy.Strategies.CodeTrace;

/// <summary>Options of the strategy as <c>plugin.yaml</c> describes them; the defaults there and here are the same.</summary>
internal sealed record CodeTraceOptions
{
    public ImmutableArray<string> Renderings { get; init; } = ["compact", "cwm"];

    public ImmutableArray<string> Tasks { get; init; } =
        ["predict-trace", "predict-output", "predict-input", "predict-state", "predict-lines", "predict-exception"];

    public int MaxCases { get; init; } = 6;

    public int Mutations { get; init; } = 2;

    public int QuestionsPerCase { get; init; } = 2;

    public int MaxTraceCharacters { get; init; } = 48_000;

    public int MaxOutputCharacters { get; init; } = 4_000;

    public int MaxSourceCharacters { get; init; } = 40_000;

    /// <summary>Reads the checked options of a manifest.</summary>
    public static CodeTraceOptions From(JsonElement options)
    {
        var defaults = new CodeTraceOptions();
        return new CodeTraceOptions
        {
            Renderings = Strings(options, "renderings", defaults.Renderings),
            Tasks = Strings(options, "tasks", defaults.Tasks),
            MaxCases = Integer(options, "maxCases", defaults.MaxCases),
            Mutations = Integer(options, "mutations", defaults.Mutations),
            QuestionsPerCase = Integer(options, "questionsPerCase", defaults.QuestionsPerCase),
            MaxTraceCharacters = Integer(options, "maxTraceCharacters", defaults.MaxTraceCharacters),
            MaxOutputCharacters = Integer(options, "maxOutputCharacters", defaults.MaxOutputCharacters),
            MaxSourceCharacters = Integer(options, "maxSourceCharacters", defaults.MaxSourceCharacters),
        };
    }

    private static ImmutableArray<string> Strings(JsonElement options, string name, ImmutableArray<string> fallback) =>
        Member(options, name) is { ValueKind: JsonValueKind.Array } array
            ? [.. array.EnumerateArray().Select(item => item.GetString()!).Distinct()]
            : fallback;

    private static int Integer(JsonElement options, string name, int fallback) =>
        Member(options, name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : fallback;

    private static JsonElement? Member(JsonElement options, string name) =>
        options.ValueKind == JsonValueKind.Object && options.TryGetProperty(name, out var value) ? value : null;
}
