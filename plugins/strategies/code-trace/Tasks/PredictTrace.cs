using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Strategies.CodeTrace.Lines;

namespace CodeAlchemy.Strategies.CodeTrace.Tasks;

/// <summary>
/// The whole trace, in one rendering per row. Not asked where the trace holds what no reader can work out: values that were cut, calls
/// in an order of a library's choice, and stops inside a statement over several lines.
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
        foreach (var rendering in options.Renderings)
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
        ["steps"] = StepsBeforeLines(study),
        ["unset"] = !new BareDeclarations(study.Source).IsEmpty || (study.Source.Language is "c" or "cpp" && study.Source.Text.Contains("malloc(", StringComparison.Ordinal)),
    };

    /// <summary>Whether a loop's line comes after its own step, as compilers of C and C++ place it.</summary>
    internal static bool StepsBeforeLines(CaseStudy study) => study.Source.Language is "c" or "cpp" && study.Replay.Lines
        .Select(visit => visit.Line).Distinct().Any(TraceIndex.Of(study).Source.IsCounting);

    private static bool IsPlain(CaseStudy study, IWorkbench workbench) =>
        !ShownTrace.IsCut(study.Trace) && LibraryCalls.Of(study).Count == 0 && !StopsInside(study, workbench);

    private static bool StopsInside(CaseStudy study, IWorkbench workbench)
    {
        var source = TraceIndex.Of(study).Source;
        return StatementMap.Of(study.Source, workbench) is { } map && TraceAnswers.CoveredLines(study.Replay).Any(l => source.HoldsWords(l) && map.IsInside(l));
    }

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

    [GeneratedRegex(@"\benum\b")]
    private static partial Regex Enumeration();
}
