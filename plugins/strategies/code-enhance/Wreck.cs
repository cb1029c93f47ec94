using System.Collections.Immutable;

namespace CodeAlchemy.Strategies.CodeEnhance;

/// <summary>A file after one damage or several.</summary>
/// <param name="Text">The damaged file.</param>
/// <param name="Done">What there is to put right, in the order in which it was damaged.</param>
internal sealed record Wreck(string Text, ImmutableArray<(Improvement Improvement, int Places, ImmutableArray<(string Worse, string Better)> Changes)> Done)
{
    /// <summary>Task of its row.</summary>
    public string Task => Done is [var only] ? only.Improvement.Task : Improvements.CleanUp;

    /// <summary>The damages by name.</summary>
    public string Name => string.Join('+', Done.Select(d => d.Improvement.Damage));
}
