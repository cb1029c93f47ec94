using System.Collections.Immutable;
using System.Text.Json;

namespace CodeAlchemy.Strategies.CodeQa;

/// <summary>Options of the strategy as <c>plugin.yaml</c> describes them; the defaults there and here are the same.</summary>
internal sealed record CodeQaOptions
{
    public ImmutableArray<string> Kinds { get; init; } = [];

    public int QuestionsPerCase { get; init; } = 6;

    public int ComparisonsPerFile { get; init; } = 2;

    public int Explained { get; init; } = 50;

    public int MaxCases { get; init; } = 6;

    public int Mutations { get; init; } = 2;

    public int MaxSourceCharacters { get; init; } = 40_000;

    /// <summary>Reads the checked options of a manifest.</summary>
    public static CodeQaOptions From(JsonElement options)
    {
        var defaults = new CodeQaOptions();
        return new CodeQaOptions
        {
            Kinds = Member(options, "kinds") is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray().Select(item => item.GetString()!).Distinct()] : [],
            QuestionsPerCase = Integer(options, "questionsPerCase", defaults.QuestionsPerCase),
            ComparisonsPerFile = Integer(options, "comparisonsPerFile", defaults.ComparisonsPerFile),
            Explained = Integer(options, "explained", defaults.Explained),
            MaxCases = Integer(options, "maxCases", defaults.MaxCases),
            Mutations = Integer(options, "mutations", defaults.Mutations),
            MaxSourceCharacters = Integer(options, "maxSourceCharacters", defaults.MaxSourceCharacters),
        };
    }

    /// <summary>Whether a kind is wanted.</summary>
    public bool Wants(string kind) => Kinds.IsEmpty || Kinds.Contains(kind);

    private static int Integer(JsonElement options, string name, int fallback) =>
        Member(options, name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : fallback;

    private static JsonElement? Member(JsonElement options, string name) =>
        options.ValueKind == JsonValueKind.Object && options.TryGetProperty(name, out var value) ? value : null;
}
