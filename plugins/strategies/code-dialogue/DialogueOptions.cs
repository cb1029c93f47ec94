using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Grounded.Options;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>Options of the strategy as <c>plugin.yaml</c> describes them; the defaults there and here are the same. <c>mode</c> and <c>role</c> are those of all strategies.</summary>
internal sealed record DialogueOptions
{
    public ImmutableArray<string> Tasks { get; init; } = ["explore", "what-if", "debug", "review"];

    public ImmutableArray<string> Roles { get; init; } = ["learner", "reviewer", "debugger", "interviewer"];

    public int Turns { get; init; } = 6;

    public int Dialogues { get; init; } = 3;

    public bool Reasoning { get; init; }

    public int MaxCases { get; init; } = 4;

    public int Mutations { get; init; } = 2;

    public int MutantsTried { get; init; } = 8;

    public int Faults { get; init; } = 3;

    public int MaxSourceCharacters { get; init; } = 30_000;

    public int MaxOutputCharacters { get; init; } = 2_000;

    /// <summary>Fewest turns of the user that make a conversation.</summary>
    public int FewestTurns => Math.Max(2, (Turns + 1) / 2);

    /// <summary>Reads the checked options of a manifest.</summary>
    public static DialogueOptions From(JsonElement options)
    {
        var defaults = new DialogueOptions();
        var values = new OptionValues(options);
        return new DialogueOptions
        {
            Tasks = values.Strings("tasks", defaults.Tasks),
            Roles = values.Strings("roles", defaults.Roles),
            Turns = values.Integer("turns", defaults.Turns),
            Dialogues = values.Integer("dialogues", defaults.Dialogues),
            Reasoning = values.Flag("reasoning", defaults.Reasoning),
            MaxCases = values.Integer("maxCases", defaults.MaxCases),
            Mutations = values.Integer("mutations", defaults.Mutations),
            MutantsTried = values.Integer("mutantsTried", defaults.MutantsTried),
            Faults = values.Integer("faults", defaults.Faults),
            MaxSourceCharacters = values.Integer("maxSourceCharacters", defaults.MaxSourceCharacters),
            MaxOutputCharacters = values.Integer("maxOutputCharacters", defaults.MaxOutputCharacters),
        };
    }
}
