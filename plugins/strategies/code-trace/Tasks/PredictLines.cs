using System.Collections.Immutable;
using System.Globalization;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeTrace.Tasks;

/// <summary>Which lines run.</summary>
internal sealed class PredictLines : ITraceTask
{
    public string Name => "predict-lines";

    public IEnumerable<Question> Ask(CaseStudy study, CodeTraceOptions options, IWorkbench workbench)
    {
        var lines = study.Source.Text.Split('\n');
        var covered = TraceAnswers.CoveredLines(study.Replay).Where(l => l <= lines.Length && HoldsCode(lines[l - 1])).ToList();
        if (!study.Replay.Truncated && covered.Count > 1)
        {
            var convention = workbench.Prompt("code-trace/lines-convention.scriban", new Dictionary<string, object?> { ["language"] = study.Source.Language });
            yield return new Question
            {
                Answer = string.Join(", ", covered.Select(l => l.ToString(CultureInfo.InvariantCulture))),
                Values = ImmutableDictionary<string, object?>.Empty.Add("convention", convention.Text.Trim()),
                Prompts = [convention.Reference],
            };
        }
    }

    // Some tracers stop at the bracket that ends a function; no statement stands there.
    private static bool HoldsCode(string line) => line.Any(char.IsLetterOrDigit);
}
