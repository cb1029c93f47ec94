using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Grounded.Options;

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

    public int Problems { get; init; } = 4;

    public ImmutableArray<string> ProblemKinds { get; init; } = [];

    /// <summary>Reads the checked options of a manifest.</summary>
    public static CodeQaOptions From(JsonElement options)
    {
        var defaults = new CodeQaOptions();
        var values = new OptionValues(options);
        return new CodeQaOptions
        {
            Kinds = values.Strings("kinds", []),
            QuestionsPerCase = values.Integer("questionsPerCase", defaults.QuestionsPerCase),
            ComparisonsPerFile = values.Integer("comparisonsPerFile", defaults.ComparisonsPerFile),
            Explained = values.Integer("explained", defaults.Explained),
            MaxCases = values.Integer("maxCases", defaults.MaxCases),
            Mutations = values.Integer("mutations", defaults.Mutations),
            MaxSourceCharacters = values.Integer("maxSourceCharacters", defaults.MaxSourceCharacters),
            Problems = values.Integer("problems", defaults.Problems),
            ProblemKinds = values.Strings("problemKinds", []),
        };
    }

    /// <summary>Whether a kind is wanted.</summary>
    public bool Wants(string kind) => Kinds.IsEmpty || Kinds.Contains(kind);
}
