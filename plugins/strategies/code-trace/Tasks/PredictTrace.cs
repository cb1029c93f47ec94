using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeTrace.Tasks;

/// <summary>The whole trace, in one rendering per row.</summary>
internal sealed partial class PredictTrace : ITraceTask
{
    public string Name => "predict-trace";

    public IEnumerable<Question> Ask(CaseStudy study, CodeTraceOptions options, IWorkbench workbench)
    {
        if (study.Replay.Truncated || study.Replay.Lines.IsEmpty)
        {
            yield break;
        }

        var shown = ShownTrace.Of(study.Trace);
        foreach (var rendering in options.Renderings)
        {
            var text = workbench.Render(shown, study.Source, rendering).TrimEnd('\n');
            if (text.Length > 0)
            {
                yield return Make(rendering, text, Told(study, text, ShownTrace.ProgramPath(shown)), workbench);
            }
        }
    }

    // What the text holds beyond the program and the notation has to be told.
    private static Dictionary<string, object?> Told(CaseStudy study, string text, string? path) => new()
    {
        ["cut"] = text.Contains('…', StringComparison.Ordinal),
        ["path"] = path is not null && text.Contains(path, StringComparison.Ordinal) ? path : null,
        ["pointers"] = study.Source.Language is "c" or "cpp" && Pointer().IsMatch(text),
        ["input"] = study.Trace.Events.Any(e => e.Kind == TraceEventKind.Input),
        ["steps"] = StepsBeforeLines(study),
        ["unset"] = !new BareDeclarations(study.Source).IsEmpty,
    };

    /// <summary>Whether a loop's line comes after its own step, as compilers of C and C++ place it.</summary>
    internal static bool StepsBeforeLines(CaseStudy study) => study.Source.Language is "c" or "cpp" && study.Replay.Lines
        .Select(visit => visit.Line).Distinct().Any(TraceIndex.Of(study).Source.IsCounting);

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
}
