using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeTrace.Lines;

/// <summary>Stops and frames that follow from how a compiler, an interpreter or a tracer works, and not from the text of a program. Pure.</summary>
internal static partial class UntoldStops
{
    private static readonly string[] Resuming = ["yield", "await", "async", "co_yield", "co_await", "co_return"];

    /// <summary>Whether a trace holds any.</summary>
    /// <param name="study">The run.</param>
    /// <param name="map">The statements of the program; <see langword="null"/> when they aren't known.</param>
    public static bool AreIn(CaseStudy study, StatementMap? map)
    {
        var source = TraceIndex.Of(study).Source;
        return map is { IsDoubtful: true } || HasOtherFrames(study, source) || (study.Source.Language != "python" && OnBrackets(study, source)) || LeavesStopsOpen(study, source);
    }

    // Frames that go on after others have run, those of other threads and files, and those that a compiler makes and names itself.
    private static bool HasOtherFrames(CaseStudy study, SourceLines source) =>
        study.Trace.Events.Any(e => e.Thread != 1 || e.Kind == TraceEventKind.Thread || (e.Frame > 0 && e.File is not null) || (e.Kind == TraceEventKind.Call && IsMade(study, source, e)))
        || study.Trace.Events.Where(e => e.Kind == TraceEventKind.Call).CountBy(e => e.Frame).Any(f => f.Value > 1)
        || (study.Source.Language != "java" && Lines(source).Any(l => Resuming.Any(word => source.Uses(l, word))));

    private static bool IsMade(CaseStudy study, SourceLines source, TraceEvent call) => study.Source.Language switch
    {
        "python" => call.Function is ['<', ..] and not ("<module>" or "<lambda>"),
        "java" => call.Function is "<clinit>" || call.Function!.Contains('$', StringComparison.Ordinal) || (call.Line > 0 && TypeHead().IsMatch(source[call.Line])),
        _ => false,
    };

    // A line with a bracket alone is a stop only where a function ends.
    private static bool OnBrackets(CaseStudy study, SourceLines source)
    {
        var open = new HashSet<int>();
        foreach (var e in study.Trace.Events.Where(e => e.Frame > 0))
        {
            if (open.Remove(e.Frame) && e.Kind != TraceEventKind.Return)
            {
                return true;
            }

            if (e.Kind == TraceEventKind.Line && !source.HoldsWords(e.Line))
            {
                open.Add(e.Frame);
            }
        }

        return false;
    }

    private static bool LeavesStopsOpen(CaseStudy study, SourceLines source) => study.Source.Language switch
    {
        // Decorators, `with` and `match` are come back to; how often is the interpreter's choice, as with loops without a test.
        "python" => study.Replay.Lines.Any(v => Returning().IsMatch(source[v.Line])) || Lines(source).Any(l => Endless().IsMatch(source[l])),
        "java" => Lines(source).Any(l => Endless().IsMatch(source[l]) || Resources().IsMatch(source[l])),
        "cpp" => Lines(source).Any(l => Endless().IsMatch(source[l]) || source.Names(l, "move")),
        "c" => Lines(source).Any(l => Endless().IsMatch(source[l])),
        // When a field gets its value is a matter of the compile target.
        _ => Lines(source).Any(l => source.IsField(l) && Field().IsMatch(source[l])),
    };

    private static IEnumerable<int> Lines(SourceLines source) => Enumerable.Range(1, source.Count);

    [GeneratedRegex(@"\b(?:class|record|enum|interface)\s+\w+")]
    private static partial Regex TypeHead();

    [GeneratedRegex(@"^\s*(?:@|(?:async\s+)?with\b|match\b[^=(]*:\s*$|match\s*\(.*\)\s*:)")]
    private static partial Regex Returning();

    [GeneratedRegex(@"\bwhile\s*\(?\s*(?:true|True|1)\s*(?:\)|:)|\bfor\s*\(.*;\s*;.*\)")]
    private static partial Regex Endless();

    [GeneratedRegex(@"^\s*(?:(?:public|private|protected|readonly|static|declare|override)\s+)*#?[A-Za-z_$][\w$]*[?!]?\s*(?::[^=()]*|:.*=>.*)?(?:=.*)?;\s*$")]
    private static partial Regex Field();

    [GeneratedRegex(@"\b(?:try|synchronized)\s*\(")]
    private static partial Regex Resources();
}
