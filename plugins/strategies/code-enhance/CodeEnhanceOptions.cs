using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Grounded.Options;

namespace CodeAlchemy.Strategies.CodeEnhance;

/// <summary>Options of the strategy as <c>plugin.yaml</c> describes them; the defaults there and here are the same.</summary>
internal sealed record CodeEnhanceOptions
{
    public ImmutableArray<string> Damages { get; init; } = [.. Improvements.All.Select(i => i.Damage), Improvements.Several];

    public int PerFile { get; init; } = 3;

    public double Threshold { get; init; } = 0.7;

    public bool RewriteAll { get; init; }

    public double KeepOriginal { get; init; } = 0.05;

    public int MaxCases { get; init; } = 4;

    public int Mutations { get; init; } = 1;

    public int MaxSourceCharacters { get; init; } = 30_000;

    /// <summary>Reads the checked options of a manifest.</summary>
    public static CodeEnhanceOptions From(JsonElement options)
    {
        var defaults = new CodeEnhanceOptions();
        var values = new OptionValues(options);
        return new CodeEnhanceOptions
        {
            Damages = values.Strings("damages", defaults.Damages),
            PerFile = values.Integer("perFile", defaults.PerFile),
            Threshold = values.Number("threshold", defaults.Threshold),
            RewriteAll = values.Flag("rewriteAll", defaults.RewriteAll),
            KeepOriginal = values.Number("keepOriginal", defaults.KeepOriginal),
            MaxCases = values.Integer("maxCases", defaults.MaxCases),
            Mutations = values.Integer("mutations", defaults.Mutations),
            MaxSourceCharacters = values.Integer("maxSourceCharacters", defaults.MaxSourceCharacters),
        };
    }
}
