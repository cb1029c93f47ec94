using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Grounded.Development;

/// <summary>From which line every call of an execution was made, and whether the program or a library made it. Immutable.</summary>
public sealed partial class CallSites
{
    private readonly Dictionary<int, (int Caller, int Line, int Visit)> _sites = [];
    private readonly CallGraph _graph;
    private readonly string[] _lines;
    private readonly bool _isLoose;

    /// <summary>Reads them from an execution.</summary>
    /// <param name="study">The execution.</param>
    /// <param name="graph">Its calls.</param>
    public CallSites(CaseStudy study, CallGraph graph)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(graph);
        _graph = graph;
        _lines = study.Source.Text.Split('\n');
        _isLoose = study.Source.Language is "c" or "cpp";
        var at = new Dictionary<int, (int Line, int Visit)>();
        foreach (var e in study.Trace.Events)
        {
            if (e is { Kind: TraceEventKind.Line, File: null })
            {
                at[e.Frame] = (e.Line, e.Sequence);
            }
            else if (e.Kind == TraceEventKind.Call && graph.Of(e.Frame) is { } call && !_sites.ContainsKey(e.Frame) && at.TryGetValue(call.Caller, out var site))
            {
                _sites[e.Frame] = (call.Caller, site.Line, site.Visit);
            }
        }
    }

    /// <summary>Whether the line that was about to run in the caller calls the function by its name, so that no library stands between the two.</summary>
    public bool IsDirect(CallRecord call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call.ShortName.Length > 0 && Matches(call, $@"(?<!\w){Regex.Escape(call.ShortName)}\s*(?:<[^()]*>\s*)?\(");
    }

    /// <summary>
    /// Whether a frame belongs to a comparison that a library makes, in an order and number of its own: a function of two values that has
    /// no name or was handed on, or one whose name says that it compares and that no line of its caller calls.
    /// </summary>
    public bool IsInComparison(int frame) => _graph.Chain(frame).Any(call => !IsDirect(call) && (Comparison().IsMatch(call.Function) || IsComparator(call)));

    /// <summary>
    /// Whether calls come in an order that the language fixes. C and C++ leave the order of operands and arguments to the compiler, so no two
    /// of them may be made while one line runs, unless they can't be told apart or one is an argument of the other.
    /// </summary>
    /// <param name="calls">The calls, in the order in which they began.</param>
    /// <param name="alike">Whether calls that can't be told apart may share a line.</param>
    public bool IsOrderFixed(IEnumerable<CallRecord> calls, bool alike)
    {
        ArgumentNullException.ThrowIfNull(calls);
        return !_isLoose || calls.Where(c => _sites.ContainsKey(c.Frame)).GroupBy(c => _sites[c.Frame]).Select(g => (Site: g.Key, Calls: g.ToList())).Where(g => g.Calls.Count > 1)
            .All(g => alike && (IsOneName(g.Calls) || IsNested(_lines[g.Site.Line - 1], g.Calls)));
    }

    // A function without a name, or one that the line hands on.
    private bool IsComparator(CallRecord call) =>
        call.Arguments.Length == 2 && (call.ShortName.Length == 0 || !Plain().IsMatch(call.ShortName) || Matches(call, $@"(?<!\w){Regex.Escape(call.ShortName)}\b"))
        && !Matches(call, @"\b(?:forEach|map|filter|reduce|some|every|find|findIndex|flatMap|entries)\b");

    private bool Matches(CallRecord call, string pattern) =>
        _sites.TryGetValue(call.Frame, out var site) && site.Line >= 1 && site.Line <= _lines.Length
        && Regex.IsMatch(_lines[site.Line - 1], pattern, RegexOptions.None, TimeSpan.FromSeconds(1));

    private bool IsOneName(List<CallRecord> calls) => calls.All(c => c.Function == calls[0].Function && !_graph.Calls.Any(inner => inner.Caller == c.Frame));

    // outer(inner(x)): the inner one always comes first.
    private static bool IsNested(string line, List<CallRecord> calls) =>
        calls.Count == 2 && line.Contains($"{calls[1].ShortName}({calls[0].ShortName}(", StringComparison.Ordinal)
        && !line.Contains(',', StringComparison.Ordinal);

    [GeneratedRegex(@"\A(?!lambda|anonymous)[A-Za-z_]\w*\z")]
    private static partial Regex Plain();

    [GeneratedRegex("compar|operator *[<>]|__[lg][te]__|cmp|less", RegexOptions.IgnoreCase)]
    private static partial Regex Comparison();
}
