using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeTrace.Lines;

/// <summary>
/// Variables that come into a trace, and values that are shown, by a rule that no question tells: memory that a loop fills later on,
/// variables of outer functions, insides of an interpreter. Pure.
/// </summary>
internal static partial class UntoldNames
{
    /// <summary>Whether a trace holds any.</summary>
    public static bool AreIn(CaseStudy study) => HasOddValues(study) || HasOddListings(study);

    private static bool HasOddValues(CaseStudy study) =>
        study.Trace.Events.SelectMany(e => e.Set.Select(v => v.Value).Concat(e.Value is { } returned ? [returned] : [])).Any(value => IsOdd(study, value));

    // Python's functions, classes and modules, and what decorates methods, have a form that is told; `<cell>`, `<TextIOWrapper>` and the like have none.
    private static bool IsOdd(CaseStudy study, TraceValue value)
    {
        var text = HeldExceptions.Without(Quoted().Replace(study.Source.Language == "python" ? Told().Replace(value.Text, "") : value.Text, "\"\""), study.Source.Language == "java" ? [] : HeldExceptions.Types(study));
        return study.Source.Language switch
        {
            "python" => Bracketed().IsMatch(text) || Made(study, text),
            "javascript" or "typescript" => Kinds().IsMatch(text),
            "java" => value.Type.StartsWith("StringBu", StringComparison.Ordinal) || text.Contains('$', StringComparison.Ordinal) || Made(study, text),
            _ => false,
        };
    }

    // Objects of the program's own types have a form that is told; those of a library, and exceptions, have forms of the tracer's.
    private static bool Made(CaseStudy study, string text) => Object().Matches(text).Any(m =>
        (m.Groups["open"].Value == "(" && study.Source.Language == "java")
        || !Regex.IsMatch(study.Source.Text, $@"\b(?:class|record|enum)\s+{m.Groups["name"].Value}\b", RegexOptions.CultureInvariant));

    // A variable comes into the listing behind the line that gives it a value; a parameter stands in the head of its function.
    private static bool HasOddListings(CaseStudy study)
    {
        var source = TraceIndex.Of(study).Source;
        var listed = new HashSet<(int, string)>();
        var last = new Dictionary<int, int>();
        foreach (var e in study.Trace.Events.Where(e => e.Frame > 0))
        {
            var odd = e.Set.Any(v => listed.Add((e.Frame, v.Name)) && v.Name != "this" && IsOdd(study, source, e, last.GetValueOrDefault(e.Frame), v.Name));
            if (odd)
            {
                return true;
            }

            last[e.Frame] = e.Line;
        }

        return false;
    }

    private static bool IsOdd(CaseStudy study, SourceLines source, TraceEvent e, int before, string name) => e.Kind == TraceEventKind.Call
        ? e.Depth > 0 && e.Line > 0 && study.Source.Language is "python" or "javascript" or "typescript" && !source.Uses(Head(source, e.Line), name)
        : before > 0 && !source.Uses(before, name);

    // A decorated function is entered on the line of its first decorator.
    private static int Head(SourceLines source, int line)
    {
        while (source[line].TrimStart().StartsWith('@'))
        {
            line++;
        }

        return line;
    }

    [GeneratedRegex(@"<(?:function (?:[\w.]|<locals>|<lambda>)+|class '[\w.]+'|module '[\w.]+'|property|staticmethod|classmethod)>")]
    private static partial Regex Told();

    [GeneratedRegex(@"\[(?:class |Getter|Setter|Circular|(?:Async|Generator)\w*Function|Function \(|(?!Function: )[A-Z]\w*: )|\bProxy\b")]
    private static partial Regex Kinds();

    [GeneratedRegex(@"\b(?<name>[A-Z]\w*)(?<open>[({])")]
    private static partial Regex Object();

    [GeneratedRegex(@"'(?:[^'\\]|\\.)*'|""(?:[^""\\]|\\.)*""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"<[A-Za-z_]")]
    private static partial Regex Bracketed();
}
