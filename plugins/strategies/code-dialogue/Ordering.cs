using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Development;
using SourceLines = CodeAlchemy.Grounded.Questions.Kinds.SourceLines;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>Lines that tell a library in which order things stand. What it makes of a wrong order, and how often it asks, is its own affair.</summary>
internal static partial class Ordering
{
    private const int FarthestAbove = 12;

    /// <summary>Whether a line belongs to what compares things for a library.</summary>
    public static bool IsDecidedOn(SourceLines source, SourceOutline outline, int line)
    {
        if ((FunctionUse.At(outline, line) is { } function && Comparison().IsMatch(function.Name)) || (source.HoldsFunction(line) && Sorting().IsMatch(source[line])))
        {
            return true;
        }

        // Inside the brackets of a call that begins above.
        var open = 0;
        for (var above = line - 1; above >= Math.Max(1, line - FarthestAbove); above--)
        {
            open += source[above].Count(c => c == '(') - source[above].Count(c => c == ')');
            if (open > 0)
            {
                return Sorting().IsMatch(source[above]);
            }
        }

        return false;
    }

    [GeneratedRegex(@"(?i)sort|compar|priority_?queue|(?:min|max)_element|(?:lower|upper)_bound|\b(?:min|max)\(.*\bkey\b")]
    private static partial Regex Sorting();

    [GeneratedRegex(@"(?i)cmp|compar|\bless\b|operator\s*[<>]|__[lg][te]__")]
    private static partial Regex Comparison();
}
