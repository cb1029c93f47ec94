using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Grounded.Options;

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

    public int MinTracePoints { get; init; } = 15;

    public int MaxTracePoints { get; init; } = 25;

    /// <summary>Reads the checked options of a manifest.</summary>
    public static CodeTraceOptions From(JsonElement options)
    {
        var defaults = new CodeTraceOptions();
        var values = new OptionValues(options);
        return new CodeTraceOptions
        {
            Renderings = values.Strings("renderings", defaults.Renderings),
            Tasks = values.Strings("tasks", defaults.Tasks),
            MaxCases = values.Integer("maxCases", defaults.MaxCases),
            Mutations = values.Integer("mutations", defaults.Mutations),
            QuestionsPerCase = values.Integer("questionsPerCase", defaults.QuestionsPerCase),
            MaxTraceCharacters = values.Integer("maxTraceCharacters", defaults.MaxTraceCharacters),
            MaxOutputCharacters = values.Integer("maxOutputCharacters", defaults.MaxOutputCharacters),
            MaxSourceCharacters = values.Integer("maxSourceCharacters", defaults.MaxSourceCharacters),
            MinTracePoints = values.Integer("minTracePoints", defaults.MinTracePoints),
            MaxTracePoints = values.Integer("maxTracePoints", defaults.MaxTracePoints),
        };
    }
}
