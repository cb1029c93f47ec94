using System.Text.RegularExpressions;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>
/// Places whose runs no reader can count or order. How often and in which order a library calls what compares two things is its own
/// affair; what is resumed runs in pieces; a line that gives a field its first value stands outside every function but runs inside one; and
/// of a line that holds a function of its own nobody can say which of the two is meant.
/// </summary>
internal sealed partial class LoosePlaces
{
    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);
    private readonly HashSet<int> _lines = [];

    public LoosePlaces(SourceLines source, TracePass pass)
    {
        var frames = new HashSet<int>();
        foreach (var call in pass.Calls)
        {
            if (IsLibraryOrder(source, call))
            {
                _functions.Add(call.Function);
            }

            if (frames.Contains(call.Caller) || pass.Resumed.Contains(call.Function) || _functions.Contains(call.Function))
            {
                frames.Add(call.Frame);
            }
        }

        _functions.UnionWith(pass.Calls.Where(c => frames.Contains(c.Frame)).Select(c => c.Function));
        _lines.UnionWith(pass.Steps.Where(s => frames.Contains(s.Frame)).Select(s => s.Line));
        var names = pass.Calls.ToDictionary(c => c.Frame, c => c.Function);
        _lines.UnionWith(pass.Steps.GroupBy(s => s.Line).Where(g => g.Select(s => names.GetValueOrDefault(s.Frame)).Distinct().Count() > 1).Select(g => g.Key));
        _lines.UnionWith(Enumerable.Range(1, source.Count).Where(source.IsField));
    }

    /// <summary>Whether the runs of a line have no number that a reader could find.</summary>
    public bool Holds(int line) => _lines.Contains(line);

    /// <summary>Whether the calls of a function have no number or order that a reader could find.</summary>
    public bool Holds(string function) => _functions.Contains(function);

    // The line from which the library is called sorts or searches, and does not call the function itself.
    private static bool IsLibraryOrder(SourceLines source, CallInfo call) =>
        Comparing().IsMatch(call.Function) || (call.Site > 0 && !Constructor().IsMatch(call.Function) && Sorting().IsMatch(source[call.Site]) && !source.Names(call.Site, call.Function));

    [GeneratedRegex(@"(?:\A|[.:#])(?:compareTo|compare|equals|hashCode|__lt__|__le__|__gt__|__ge__|__eq__|__ne__|__cmp__|__hash__|operator\s*(?:[<>]=?|==|!=|\(\)))\z")]
    private static partial Regex Comparing();

    [GeneratedRegex(@"(?:\A|[.:#])(?:__init__|__new__|constructor|<init>)\z")]
    private static partial Regex Constructor();

    [GeneratedRegex("(?i)sort|compar|heap|search|_element|unique|partition|priority|treemap|treeset")]
    private static partial Regex Sorting();
}
