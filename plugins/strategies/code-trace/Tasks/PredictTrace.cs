using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Strategies.CodeTrace.Lines;

namespace CodeAlchemy.Strategies.CodeTrace.Tasks;

/// <summary>
/// The whole trace, in one rendering per row. Not asked where the trace holds what no reader can work out: values that were cut, calls
/// in an order of a library's choice, stops inside a statement over several lines, and whatever comes from how a language or its tracer works and isn't told.
/// </summary>
internal sealed partial class PredictTrace : ITraceTask
{
    public string Name => "predict-trace";

    public IEnumerable<Question> Ask(CaseStudy study, CodeTraceOptions options, IWorkbench workbench)
    {
        if (study.Replay.Truncated || study.Replay.Lines.IsEmpty || !IsPlain(study, workbench))
        {
            yield break;
        }

        var shown = ShownTrace.Of(study.Trace);
        foreach (var rendering in options.Renderings.Where(r => IsTold(study, r)))
        {
            var text = workbench.Render(shown, study.Source, rendering).TrimEnd('\n');
            if (text.Length > 0 && !Surroundings.AreIn(text))
            {
                yield return Make(rendering, text, Told(study, text, ShownTrace.ProgramPath(shown, study.Source.FileName)), workbench);
            }
        }
    }

    // What the text holds beyond the program and the notation has to be told.
    private static Dictionary<string, object?> Told(CaseStudy study, string text, string? path) => new()
    {
        ["cut"] = text.Contains('…', StringComparison.Ordinal),
        ["path"] = path is not null && text.Contains(path, StringComparison.Ordinal) ? path : null,
        ["pointers"] = study.Source.Language is "c" or "cpp" && Pointer().IsMatch(text),
        ["language"] = study.Source.Language,
        ["types"] = Types().IsMatch(study.Source.Text),
        ["self"] = Self().IsMatch(study.Source.Text),
        ["enumerations"] = study.Source.Language is "c" or "cpp" && Enumeration().IsMatch(study.Source.Text),
        ["texts"] = study.Source.Language is "c" or "cpp" && TextPointer().IsMatch(study.Source.Text),
        ["ranges"] = study.Source.Language == "cpp" && RangeLoop().IsMatch(study.Source.Text),
        ["constructors"] = Constructor().IsMatch(study.Source.Text),
        ["raised"] = study.Trace.Events.Any(e => e.Kind == TraceEventKind.Exception),
        ["brackets"] = Bracketed().IsMatch(text),
        ["docstring"] = study.Source.Language == "python" && study.Replay.Lines.Any(v => Quoted().IsMatch(TraceIndex.Of(study).Source[v.Line])),
        ["steps"] = StepsBeforeLines(study),
        ["unset"] = !new BareDeclarations(study.Source).IsEmpty || (study.Source.Language is "c" or "cpp" && study.Source.Text.Contains("malloc(", StringComparison.Ordinal)),
    };

    /// <summary>Whether a loop's line comes after its own step, as compilers of C and C++ place it.</summary>
    internal static bool StepsBeforeLines(CaseStudy study) => study.Source.Language is "c" or "cpp" && study.Replay.Lines
        .Select(visit => visit.Line).Distinct().Any(TraceIndex.Of(study).Source.IsCounting);

    private static bool IsPlain(CaseStudy study, IWorkbench workbench) =>
        !ShownTrace.IsCut(study.Trace) && LibraryCalls.Of(study).Count == 0 && !UntoldNames.AreIn(study) && !HasUntoldStops(study, StatementMap.Of(study.Source, workbench));

    private static bool HasUntoldStops(CaseStudy study, StatementMap? map)
    {
        var source = TraceIndex.Of(study).Source;
        return UntoldStops.AreIn(study, map) || (map is not null && TraceAnswers.CoveredLines(study.Replay).Any(l => source.HoldsWords(l) && map.IsInside(l)));
    }

    // What becomes of a frame that an exception leaves, the notation of the Code World Model doesn't say.
    private static bool IsTold(CaseStudy study, string rendering) => rendering != "cwm" || !study.Trace.Events.Any(e => e.Unwound);

    private static Question Make(string rendering, string text, Dictionary<string, object?> told, IWorkbench workbench)
    {
        var legend = workbench.Prompt($"code-trace/legend-{rendering}.scriban", told);
        return new Question
        {
            Answer = text,
            Values = ImmutableDictionary<string, object?>.Empty.Add("legend", legend.Text.TrimEnd()),
            Prompts = [legend.Reference],
            Labels = ImmutableSortedDictionary<string, string>.Empty.Add("rendering", rendering),
            Facts = new JsonObject { ["rendering"] = rendering },
        };
    }

    [GeneratedRegex(@"(?:=|[:=] ""|= )&(?!&)")]
    private static partial Regex Pointer();

    [GeneratedRegex(@"\b(?:class|struct)\b")]
    private static partial Regex Types();

    [GeneratedRegex(@"\bthis\b")]
    private static partial Regex Self();

    [GeneratedRegex(@"\bchar\s*(?:const\s*)?\*")]
    private static partial Regex TextPointer();

    [GeneratedRegex(@"\bfor\s*\([^;:()]*[^:]:[^:]")]
    private static partial Regex RangeLoop();

    [GeneratedRegex(@"\bnew\s+\w|\bconstructor\b")]
    private static partial Regex Constructor();

    [GeneratedRegex(@"<(?:function|class|module) |\[Function: ")]
    private static partial Regex Bracketed();

    [GeneratedRegex("""^\s*[rR]?(?:\"|')""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\benum\b")]
    private static partial Regex Enumeration();
}
