namespace CodeAlchemy.Grounded.Faults;

/// <summary>How far the search for faults that show goes.</summary>
/// <param name="MutantsTried">Most faulty versions that are run.</param>
/// <param name="Faults">Most faults that are kept.</param>
/// <param name="MaxOutputCharacters">Longest output, of the file or of a faulty version, that a fault may show in.</param>
public sealed record FaultSearch(int MutantsTried, int Faults, int MaxOutputCharacters);
