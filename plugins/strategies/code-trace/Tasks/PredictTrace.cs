using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeTrace.Tasks;

/// <summary>The whole trace, in one rendering per row.</summary>
internal sealed class PredictTrace : ITraceTask
{
    public string Name => "predict-trace";

    public IEnumerable<Question> Ask(CaseStudy study, CodeTraceOptions options, IWorkbench workbench)
    {
        if (study.Replay.Truncated || study.Replay.Lines.IsEmpty)
        {
            yield break;
        }

        foreach (var rendering in options.Renderings)
        {
            var text = workbench.Render(study.Trace, study.Source, rendering);
            if (text.Length > 0)
            {
                var legend = workbench.Prompt($"code-trace/legend-{rendering}.scriban", ImmutableDictionary<string, object?>.Empty);
                yield return new Question
                {
                    Answer = text.TrimEnd('\n'),
                    Values = ImmutableDictionary<string, object?>.Empty.Add("legend", legend.Text.TrimEnd()),
                    Prompts = [legend.Reference],
                    Labels = ImmutableSortedDictionary<string, string>.Empty.Add("rendering", rendering),
                    Facts = new JsonObject { ["rendering"] = rendering },
                };
            }
        }
    }
}
