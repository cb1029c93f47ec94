using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeEnhance;

/// <summary>The strategy's wordings.</summary>
internal static class Phrases
{
    public static PhraseBanks Banks { get; } = new(typeof(Phrases).Assembly);

    /// <summary>A wording of a bank with its slots filled.</summary>
    public static string Say(IRandom random, string bank, params (string Name, string Value)[] slots) =>
        Banks.Get(bank).Choose(random, slots.ToDictionary(s => s.Name, s => s.Value));
}
