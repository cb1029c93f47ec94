namespace CodeAlchemy.Grounded.Quality;

/// <summary>How good a program is to read, by features that each go from 0 (bad) to 1 (good). It says nothing about what the program does.</summary>
/// <param name="Documentation">Whether the file says what it is for, how many of its functions are documented, and how much is commented.</param>
/// <param name="Names">Share of the names it gives that are made of words.</param>
/// <param name="Layout">Length of lines, indentation, spaces around operators and after commas.</param>
/// <param name="Structure">Depth of nesting and length of functions.</param>
/// <param name="Tidiness">Statements for each thing that had better not be there: dead, doubled, roundabout or commented-out code, bare numbers.</param>
/// <param name="HasSyntaxError">Whether it does not parse.</param>
public sealed record CodeQuality(double Documentation, double Names, double Layout, double Structure, double Tidiness, bool HasSyntaxError)
{
    private const double SyntaxErrorFactor = 0.5;

    /// <summary>
    /// 0.25 × documentation + 0.25 × names + 0.2 × layout + 0.1 × structure + 0.2 × tidiness, halved where there is a syntax
    /// error; from 0 to 1, rounded to four digits.
    /// </summary>
    public double Score => Math.Round(
        ((0.25 * Documentation) + (0.25 * Names) + (0.2 * Layout) + (0.1 * Structure) + (0.2 * Tidiness)) * (HasSyntaxError ? SyntaxErrorFactor : 1), 4);
}
