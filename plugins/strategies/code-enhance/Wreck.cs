using System.Collections.Immutable;
using CodeAlchemy.Grounded.Damage;

namespace CodeAlchemy.Strategies.CodeEnhance;

/// <summary>A file after one damage or several.</summary>
/// <param name="Text">The damaged file.</param>
/// <param name="Done">What there is to put right, in the order in which it was damaged.</param>
internal sealed record Wreck(string Text, ImmutableArray<Repair> Done)
{
    /// <summary>Task of its row.</summary>
    public string Task => Done is [var only] ? only.Improvement.Task : Improvements.CleanUp;

    /// <summary>Ending of the name of the phrase bank of its question.</summary>
    public string Bank => Done is [var only] ? only.Bank : Improvements.CleanUp;

    /// <summary>Whether only comments, white space and line ends differ.</summary>
    public bool IsTextual => Done.All(d => Damages.Get(d.Improvement.Damage).IsTextual);

    /// <summary>The damages by name.</summary>
    public string Name => string.Join('+', Done.Select(d => d.Improvement.Damage));

    /// <summary>What a word of the damaged file was before all damages.</summary>
    public string Original(string word) => Done.SelectMany(d => d.Changes).Where(c => c.Worse == word).Select(c => c.Better).FirstOrDefault() ?? word;
}
