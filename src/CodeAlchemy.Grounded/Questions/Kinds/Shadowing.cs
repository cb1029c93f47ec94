using System.Text.RegularExpressions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>
/// Names that stand for more than one variable of a function, in languages whose traces tell only names: an inner variable hides the
/// outer one, and "the value of x" is open.
/// </summary>
internal sealed class Shadowing(TraceIndex index)
{
    private readonly Lazy<ILookup<string, int>> _lines = new(() => index.Steps.Select(s => (Function: index.CallOf(s.Frame)?.Function ?? "", s.Line))
        .Concat(index.Calls.Select(c => (c.Function, c.Line))).Where(p => p.Line > 0).Distinct().ToLookup(p => p.Function, p => p.Line, StringComparer.Ordinal));

    /// <summary>Whether a name is declared more than once on the lines that a function's calls ran; without a function, on all lines that ran.</summary>
    public bool Has(string? function, string name)
    {
        if (index.Study.Trust.Covers(TraceTrust.Statements))
        {
            return false;
        }

        var lines = function is null ? _lines.Value.SelectMany(g => g).Distinct() : _lines.Value[function];
        var declared = Declaration(name);
        return lines.Sum(l => declared.Count(index.Source[l])) > 1;
    }

    // Keywords of declarations, heads of loops, parameters of functions and of closures, and Go's short form.
    private static Regex Declaration(string name)
    {
        var word = $@"[$@%]?(?<![\w.]){Regex.Escape(name.TrimStart('$'))}\b";
        return new Regex(
            $@"\b(?:let|var|val|local|my|our|state|def|int|long|double|float|string|bool|auto|char)\s+(?:mut\s+)?\(?(?:[$@%\w]+\s*,\s*)*{word}"
            + $@"|\b(?:for|foreach)\b[\s(]*(?:(?:var|val|let|my|int|final)\s+)?(?:[$@%\w]+\s*,\s*)*{word}|{word}(?:\s*,\s*\w+)*\s*:="
            + $@"|\{{\s*(?:\w+\s*,\s*)*{word}[^{{}}]*->|\|[^|]*{word}[^|]*\||{word}\s*=>|\b(?:func|fun|fn|def|function|sub)\b[^{{\n]*\([^)\n]*{word}",
            RegexOptions.CultureInvariant);
    }
}
