using System.Collections.Immutable;

namespace CodeAlchemy.Grounded.Damage;

/// <summary>A program made worse.</summary>
/// <param name="Text">The damaged program.</param>
/// <param name="Places">How often the damage was done.</param>
/// <param name="Changes">What stands in the damaged program and what stood there before, as far as it can be said in one word each.</param>
public sealed record DamagedProgram(string Text, int Places, ImmutableArray<(string Worse, string Better)> Changes)
{
    /// <summary>What the only thing that went away was about: a name, the empty text for the whole file; <see langword="null"/> where there was more than one, or it was about something else.</summary>
    public string? Subject { get; init; }

    /// <summary>A damage whose places have no names.</summary>
    public DamagedProgram(string text, int places)
        : this(text, places, [])
    {
    }
}
