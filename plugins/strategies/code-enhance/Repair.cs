using System.Collections.Immutable;

namespace CodeAlchemy.Strategies.CodeEnhance;

/// <summary>What there is to put right after one damage.</summary>
/// <param name="Improvement">The kind of work.</param>
/// <param name="IsHead">Whether all that is missing stood at the head of the file.</param>
/// <param name="Places">In how many places.</param>
/// <param name="Changes">What stands in the damaged file and what belongs there.</param>
internal sealed record Repair(Improvement Improvement, bool IsHead, int Places, ImmutableArray<(string Worse, string Better)> Changes)
{
    /// <summary>Ending of the names of its phrase banks.</summary>
    public string Bank => IsHead ? $"{Improvement.Task}-head" : Places == 1 && Improvement.Damage == Improvements.Documentation ? $"{Improvement.Task}-one" : Improvement.Task;
}
