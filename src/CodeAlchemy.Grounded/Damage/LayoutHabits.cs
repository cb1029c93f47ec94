using System.Text.RegularExpressions;
using CodeAlchemy.Grounded.Programs;
using CodeAlchemy.Grounded.Quality;

namespace CodeAlchemy.Grounded.Damage;

/// <summary>Whether a program is laid out the same way throughout, so that it is what one gets who asks for a consistent layout. Pure.</summary>
internal static partial class LayoutHabits
{
    private const double Even = 0.98;

    /// <summary>Whether indentation, spaces, blank lines and braces follow one habit each.</summary>
    public static bool AreEven(ParsedProgram program) =>
        QualityRater.Layout(program) >= Even
        && !(program.Lines.Any(l => l.StartsWith('\t')) && program.Lines.Any(l => l.StartsWith("  ", StringComparison.Ordinal)))
        && !ManyBlankLines().IsMatch(program.Source.Text) && !program.Lines.Any(l => l.TrimEnd('\r').EndsWith(' ') || l.TrimEnd('\r').EndsWith('\t'))
        && (!program.IsBraced || HasEvenBraces(string.Join('\n', program.Lines.Where(l => !Remark().IsMatch(l)))));

    private static bool HasEvenBraces(string code) =>
        !Tight().IsMatch(code) && !(Glued().IsMatch(code) && Apart().IsMatch(code)) && !(SameLine().IsMatch(code) && NextLine().IsMatch(code));

    [GeneratedRegex(@"\n\s*\n\s*\n\s*\n")]
    private static partial Regex ManyBlankLines();

    [GeneratedRegex(@"^\s*(?://|/\*|\*)")]
    private static partial Regex Remark();

    [GeneratedRegex(@"\)\{|\belse\{|\}else\b|\bdo\{|\btry\{")]
    private static partial Regex Tight();

    [GeneratedRegex(@"\b(?:if|for|while|switch|catch)\(")]
    private static partial Regex Glued();

    [GeneratedRegex(@"\b(?:if|for|while|switch|catch) +\(")]
    private static partial Regex Apart();

    [GeneratedRegex(@"(?m)^\s*(?:\} *else *)?\b(?:if|for|while|switch)\b.*\{\s*$")]
    private static partial Regex SameLine();

    [GeneratedRegex(@"(?m)^\s*(?:\} *else *)?\b(?:if|for|while|switch)\b[^{}]*\)\s*\n\s*\{\s*$")]
    private static partial Regex NextLine();
}
