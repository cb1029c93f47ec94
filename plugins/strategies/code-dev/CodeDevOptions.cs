using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Grounded.Options;

namespace CodeAlchemy.Strategies.CodeDev;

/// <summary>Options of the strategy as <c>plugin.yaml</c> describes them; the defaults there and here are the same.</summary>
internal sealed record CodeDevOptions
{
    public ImmutableArray<string> Tasks { get; init; } = [.. CodeDevStrategy.AllTasks.Select(task => task.Name)];

    public int MaxCases { get; init; } = 4;

    public int Mutations { get; init; } = 1;

    public int MutantsTried { get; init; } = 8;

    public int Faults { get; init; } = 3;

    public int MaxOutputCharacters { get; init; } = 2_000;

    public int MaxSourceCharacters { get; init; } = 30_000;

    public int Requests { get; init; } = 4;

    public ImmutableArray<string> RequestKinds { get; init; } = [];

    /// <summary>Reads the checked options of a manifest.</summary>
    public static CodeDevOptions From(JsonElement options)
    {
        var defaults = new CodeDevOptions();
        var values = new OptionValues(options);
        return new CodeDevOptions
        {
            Tasks = values.Strings("tasks", defaults.Tasks),
            MaxCases = values.Integer("maxCases", defaults.MaxCases),
            Mutations = values.Integer("mutations", defaults.Mutations),
            MutantsTried = values.Integer("mutantsTried", defaults.MutantsTried),
            Faults = values.Integer("faults", defaults.Faults),
            MaxOutputCharacters = values.Integer("maxOutputCharacters", defaults.MaxOutputCharacters),
            MaxSourceCharacters = values.Integer("maxSourceCharacters", defaults.MaxSourceCharacters),
            Requests = values.Integer("requests", defaults.Requests),
            RequestKinds = values.Strings("requestKinds", []),
        };
    }
}
