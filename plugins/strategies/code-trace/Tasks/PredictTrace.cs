using System.Collections.Immutable;
using System.Text.Json.Nodes;
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
internal sealed class PredictTrace : ITraceTask
{
    public string Name => "predict-trace";

    public IEnumerable<Question> Ask(CaseStudy study, CodeTraceOptions options, IWorkbench workbench)
    {
        if (!study.Trust.Covers(TraceTrust.Notation) || study.Replay.Truncated || study.Replay.Lines.IsEmpty || !IsPlain(study, workbench))
        {
            yield break;
        }

        var shown = ShownTrace.Of(study.Trace);
        foreach (var rendering in options.Renderings.Where(r => IsTold(study, r)))
        {
            var text = workbench.Render(shown, study.Source, rendering).TrimEnd('\n');
            if (text.Length > 0 && !Surroundings.AreIn(text))
            {
                yield return Make(rendering, text, ToldRules.Of(study, rendering, text, ShownTrace.ProgramPath(shown, study.Source.FileName)), workbench);
            }
        }
    }

    private static bool IsPlain(CaseStudy study, IWorkbench workbench) =>
        !ShownTrace.IsCut(study.Trace) && !IsLeftAtOnce(study) && LibraryCalls.Of(study).Count == 0 && !UntoldNames.AreIn(study) && !HasUntoldStops(study, StatementMap.Of(study.Source, workbench));

    // Frames that an early exit leaves look as if an exception had left them.
    private static bool IsLeftAtOnce(CaseStudy study) => study.Trace.Events.Any(e => e.Unwound) && !study.Trace.Events.Any(e => e.Exception is not null);

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
}
