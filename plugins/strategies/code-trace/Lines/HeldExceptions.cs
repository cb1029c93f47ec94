using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeTrace.Lines;

/// <summary>Exceptions that were raised and that variables hold: their form, <c>ValueError('bad')</c> or <c>[Error: bad]</c>, is told. Pure.</summary>
internal static partial class HeldExceptions
{
    /// <summary>Whether a variable holds one.</summary>
    public static bool AreIn(CaseStudy study)
    {
        var raised = Types(study);
        return study.Trace.Events.SelectMany(e => e.Set).Any(v => Held().Matches(v.Value.Text).Any(m => raised.Contains(m.Groups["type"].Value)));
    }

    /// <summary>Types of the exceptions that were raised.</summary>
    public static HashSet<string> Types(CaseStudy study) =>
        study.Trace.Events.Where(e => e.Kind == TraceEventKind.Exception).Select(e => e.Exception!.Type).ToHashSet(StringComparer.Ordinal);

    /// <summary>A value without the forms of exceptions of some types, what they hold left in place.</summary>
    public static string Without(string text, HashSet<string> types) =>
        Held().Replace(text, m => types.Contains(m.Groups["type"].Value) ? m.Value[^1..] : m.Value);

    [GeneratedRegex(@"(?:\[(?<type>[A-Z]\w*)(?=[\]:])|\b(?<type>[A-Z]\w*)\().?")]
    private static partial Regex Held();
}
