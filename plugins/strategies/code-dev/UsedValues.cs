using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDev;

/// <summary>What the local variables hold that a line uses.</summary>
/// <param name="Told">Each as a clause: <c>`n` is `3`</c>; of an object the members that the line names.</param>
/// <param name="IsComplete">Whether there are any and none is left out.</param>
internal sealed partial record UsedValues(ImmutableArray<string> Told, bool IsComplete)
{
    private const int Most = 6;
    private const int LongestValue = 60;

    /// <summary>Reads them from the state before the line runs; none of a line that changes them on its way.</summary>
    public static UsedValues Of(CaseStudy study, LineVisit visit)
    {
        var code = SourceLines.Of(study.Source.Text, visit.Line);
        if (Rebinding().IsMatch(code))
        {
            return new UsedValues([], false);
        }

        var paths = Path().Matches(code).Select(m => m.Value.Replace("->", ".", StringComparison.Ordinal).Split('.')).ToList();
        var told = new List<string>();
        var complete = true;
        foreach (var (name, value) in visit.State.Where(v => paths.Any(p => p[0] == v.Key) && !IsCode(v.Value) && !v.Key.StartsWith("__", StringComparison.Ordinal)))
        {
            var parts = IsPlain(value) ? [$"{Fences.Span(name)} is {Fences.Span(value.Text)}"] : Members(name, value, paths);
            complete &= parts.Count > 0 || name is "self" or "this";
            told.AddRange(parts);
        }

        return new UsedValues([.. told.Take(Most)], complete && told.Count is > 0 and <= Most);
    }

    private static List<string> Members(string name, TraceValue value, List<string[]> paths) =>
    [
        .. paths.Where(p => p[0] == name && p.Length > 1).Select(p => (Path: string.Join('.', p), Text: ValueDifference.Member(value, p.Skip(1)))).Where(p => p.Text is not null).Distinct()
            .Select(p => $"{Fences.Span(p.Path)} is {Fences.Span(p.Text!)}"),
    ];

    private static bool IsPlain(TraceValue value) => value.Text.Length <= LongestValue && Literals.IsPlain(value);

    // Functions and classes are variables in some languages, but nobody would look at their values.
    private static bool IsCode(TraceValue value) =>
        value.Text.StartsWith('<') || value.Text.StartsWith("[Function", StringComparison.Ordinal) || value.Text.StartsWith("[class", StringComparison.Ordinal);

    // Comprehensions, functions of their own, loops on one line, and steps; what an assignment sets is set after whatever fails.
    [GeneratedRegex(@"\bfor\b|\blambda\b|=>|->\s|:=|\+\+|--")]
    private static partial Regex Rebinding();

    // A name with the members behind it; the last of these is a method where it is called.
    [GeneratedRegex(@"(?<![\w$.])[A-Za-z_$][\w$]*(?:(?:\.|->)[A-Za-z_$][\w$]*(?![\w$]*\s*\())*")]
    private static partial Regex Path();
}
