using System.Collections.Immutable;
using CodeAlchemy.Grounded.Mutation;

namespace CodeAlchemy.Grounded.Faults;

/// <summary>What came of making faults in a file.</summary>
/// <param name="Faults">Versions whose fault shows.</param>
/// <param name="Harmless">Versions that behave like the file in every case.</param>
/// <param name="Tried">How many versions were run.</param>
public sealed record FaultSet(ImmutableArray<Fault> Faults, ImmutableArray<ProgramMutant> Harmless, int Tried)
{
    /// <summary>Nothing was tried.</summary>
    public static FaultSet Empty { get; } = new([], [], 0);
}
