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

    /// <summary>Whether a program declares fields in a class, each on a line of its own.</summary>
    public static bool HasFields(SourceLines source) => Lines(source).Any(l => source.IsField(l) && Field().IsMatch(source[l]));

    // Frames that go on after others have run, those of other threads and files, and those that a compiler makes and names itself.
    private static bool HasOtherFrames(CaseStudy study, SourceLines source) =>
        study.Trace.Events.Any(e => e.Thread != 1 || e.Kind == TraceEventKind.Thread || (e.Frame > 0 && e.File is not null) || (e.Kind == TraceEventKind.Call && IsMade(study, source, e)))
        || study.Trace.Events.Where(e => e.Kind == TraceEventKind.Call).CountBy(e => e.Frame).Any(f => f.Value > 1)
        || (study.Source.Language != "java" && Lines(source).Any(l => Resuming.Any(word => source.Uses(l, word))));

    private static bool IsMade(CaseStudy study, SourceLines source, TraceEvent call) => study.Source.Language switch
    {
        "python" => call.Function is ['<', ..] and not ("<module>" or "<lambda>") && !IsPlainComprehension(source, call),
        "java" => call.Function is "<clinit>" || call.Function!.Contains('$', StringComparison.Ordinal) || (call.Line > 0 && TypeHead().IsMatch(source[call.Line])),
        _ => false,
    };

    // How often the line of a comprehension comes is told for one loop.
    private static bool IsPlainComprehension(SourceLines source, TraceEvent call) =>
        call.Function is "<listcomp>" or "<setcomp>" or "<dictcomp>" && source.IsOneLine(call.Line) && Each().Count(source[call.Line]) == 1;

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
        // That a `with` is come back to is told; where an exception leaves it, there is more to tell.
        "python" => Lines(source).Any(l => Match().IsMatch(source[l]))
            || (study.Trace.Events.Any(e => e.Kind == TraceEventKind.Exception) && study.Replay.Lines.Any(v => With().IsMatch(source[v.Line]))),
        "java" => Lines(source).Any(l => Endless().IsMatch(source[l]) || Resources().IsMatch(source[l])),
        "cpp" => Lines(source).Any(l => Endless().IsMatch(source[l]) || source.Names(l, "move")),
        "c" => Lines(source).Any(l => Endless().IsMatch(source[l])),
        // That fields are there from the start is told; which lines run for a value that is computed, or for a head over several lines, is not.
        _ => Lines(source).Any(l => (source.IsField(l) && Field().IsMatch(source[l]) && Computed().IsMatch(source[l])) || OpenHead().IsMatch(source[l])),
    };

    private static IEnumerable<int> Lines(SourceLines source) => Enumerable.Range(1, source.Count);

    [GeneratedRegex(@"\b(?:class|record|enum|interface)\s+\w+")]
    private static partial Regex TypeHead();

    [GeneratedRegex(@"^\s*(?:match\b[^=(]*:\s*$|match\s*\(.*\)\s*:)")]
    private static partial Regex Match();

    [GeneratedRegex(@"^\s*(?:async\s+)?with\b")]
    private static partial Regex With();

    [GeneratedRegex(@"\bfor\b")]
    private static partial Regex Each();

    [GeneratedRegex(@"=\s*(?!new (?:Map|Set|Array)\b)[^;]*\(")]
    private static partial Regex Computed();

    [GeneratedRegex(@"^\s*(?:(?:public|private|protected)\s+)?constructor\s*\(\s*$")]
    private static partial Regex OpenHead();

    [GeneratedRegex(@"\bwhile\s*\(?\s*(?:true|True|1)\s*(?:\)|:)|\bfor\s*\(.*;\s*;.*\)")]
    private static partial Regex Endless();

    [GeneratedRegex(@"^\s*(?:(?:public|private|protected|readonly|static|declare|override)\s+)*#?[A-Za-z_$][\w$]*[?!]?\s*(?::[^=()]*|:.*=>.*)?(?:=.*)?;\s*$")]
    private static partial Regex Field();

    [GeneratedRegex(@"\b(?:try|synchronized)\s*\(")]
    private static partial Regex Resources();
}
