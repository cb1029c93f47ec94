using System.Collections.Immutable;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeEnhance;

/// <summary>What there is to put right after one damage.</summary>
/// <param name="Improvement">The kind of work.</param>
/// <param name="Subject">What the only thing that is missing is about: a name as the damaged file has it, or the empty text for the whole file; <see langword="null"/> for the rest.</param>
/// <param name="Places">In how many places.</param>
/// <param name="Changes">What stands in the damaged file and what belongs there.</param>
internal sealed record Repair(Improvement Improvement, string? Subject, int Places, ImmutableArray<(string Worse, string Better)> Changes)
{
    /// <summary>Ending of the names of its phrase banks.</summary>
    public string Bank => Subject switch
    {
        null => Improvement.Damage == Improvements.Numbers && Changes.Length == 1 ? $"{Improvement.Task}-one" : Improvement.Task,
        "" => $"{Improvement.Task}-head",
        _ => $"{Improvement.Task}-one",
    };

    /// <summary>What its wordings may name: how much it is, what the missing comment is about, the numbers that want a name.</summary>
    public (string Name, string Value)[] Slots =>
    [
        ("count", Improvement.Count(Places)),
        ("subject", Fences.Span(Subject ?? "")),
        ("numbers", Listing.Of([.. Changes.Select(c => Fences.Span(c.Worse))])),
    ];
}
