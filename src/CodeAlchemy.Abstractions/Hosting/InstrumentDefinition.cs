using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>Declarative source instrumentation: queries name places, insertions say what goes there.</summary>
public sealed record InstrumentDefinition
{
    /// <summary>Query file (relative) with the captures of the engine.</summary>
    public required string Queries { get; init; }

    /// <summary>Insertion templates by name; none holds a newline.</summary>
    public required ImmutableSortedDictionary<string, string> Insertions { get; init; }

    /// <summary>Regular expression over the compiler's messages with groups <c>line</c> and optionally <c>column</c>; drives the fix-up.</summary>
    public string? Errors { get; init; }

    /// <summary>Most rounds of dropping offending insertions.</summary>
    public int Rounds { get; init; } = 12;
}
