using System.Text.RegularExpressions;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeTrace.Lines;

/// <summary>
/// Functions of a program that a library calls as often and in the order it likes: comparisons for sorting, equality and hashes for
/// looking up. No reader can work that out from the program. Pure.
/// </summary>
internal static partial class LibraryCalls
{
    /// <summary>Names of the functions, as the trace has them.</summary>
    public static IReadOnlySet<string> Of(CaseStudy study)
    {
        var index = TraceIndex.Of(study);
        var keys = Keys(study);
        return index.Calls.Where(c => !TraceIndex.IsMain(c) && IsOrderFree(c, index.Source, keys)).Select(c => c.Function).ToHashSet(StringComparer.Ordinal);
    }

    // What a comparison of keys asks objects for: `Comparator.comparingInt(Event::time)`.
    private static HashSet<string> Keys(CaseStudy study) =>
        [.. KeyComparison().Matches(study.Source.Text).SelectMany(m => Reference().Matches(m.Value)).Select(m => m.Groups["name"].Value)];

    private static bool IsOrderFree(CallInfo call, SourceLines source, HashSet<string> keys)
    {
        var name = call.Function[(call.Function.LastIndexOfAny(['.', ':', '#']) + 1)..];
        return !(call.Site > 0 && source.Names(call.Site, name))
            && (Comparison().IsMatch(name) || keys.Contains(name) || (call.Parameters.Count(p => p.Name is not ("this" or "self")) == 2 && call.Site > 0 && Ordering().IsMatch(source[call.Site])));
    }

    [GeneratedRegex(@"\A(?:compareTo|compare|equals|hashCode|__(?:lt|le|gt|ge|eq|ne|hash|cmp)__|operator\s*(?:[<>]=?|[=!]=|<=>|\(\)))")]
    private static partial Regex Comparison();

    [GeneratedRegex(@"\b(?:then)?[cC]omparing\w*\s*\([^;]*")]
    private static partial Regex KeyComparison();

    [GeneratedRegex(@"::\s*(?<name>\w+)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?i)sort|search|nth_element|\bmin|\bmax|heap|priority|_bound|merge|compar|unique|partition|tree(?:map|set)|\bset<|\bmap<")]
    private static partial Regex Ordering();
}
