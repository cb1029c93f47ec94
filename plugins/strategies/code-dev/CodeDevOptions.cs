using System.Collections.Immutable;
using System.Text.Json;

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

    /// <summary>Reads the checked options of a manifest.</summary>
    public static CodeDevOptions From(JsonElement options)
    {
        var defaults = new CodeDevOptions();
        return new CodeDevOptions
        {
            Tasks = Member(options, "tasks") is { ValueKind: JsonValueKind.Array } array
                ? [.. array.EnumerateArray().Select(item => item.GetString()!).Distinct()]
                : defaults.Tasks,
            MaxCases = Integer(options, "maxCases", defaults.MaxCases),
            Mutations = Integer(options, "mutations", defaults.Mutations),
            MutantsTried = Integer(options, "mutantsTried", defaults.MutantsTried),
            Faults = Integer(options, "faults", defaults.Faults),
            MaxOutputCharacters = Integer(options, "maxOutputCharacters", defaults.MaxOutputCharacters),
            MaxSourceCharacters = Integer(options, "maxSourceCharacters", defaults.MaxSourceCharacters),
        };
    }

    private static int Integer(JsonElement options, string name, int fallback) =>
        Member(options, name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : fallback;

    private static JsonElement? Member(JsonElement options, string name) =>
        options.ValueKind == JsonValueKind.Object && options.TryGetProperty(name, out var value) ? value : null;
}
