using System.Collections.Immutable;
using System.Globalization;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Strategies.CodeTrace.Lines;

namespace CodeAlchemy.Strategies.CodeTrace.Tasks;

/// <summary>Which statements run, by their first lines. Not asked where the trace leaves open a statement that must have run.</summary>
internal sealed class PredictLines : ITraceTask
{
    public string Name => "predict-lines";

    public IEnumerable<Question> Ask(CaseStudy study, CodeTraceOptions options, IWorkbench workbench)
    {
        if (study.Trust.Covers(TraceTrust.Statements) && !study.Replay.Truncated && LibraryCalls.Of(study).Count == 0 && Lines(study, workbench) is { Count: > 1 } lines)
        {
            var convention = workbench.Prompt("code-trace/lines-convention.scriban", new Dictionary<string, object?> { ["language"] = study.Source.Language });
            yield return new Question
            {
                Answer = string.Join(", ", lines.Select(l => l.ToString(CultureInfo.InvariantCulture))),
                Values = ImmutableDictionary<string, object?>.Empty.Add("convention", convention.Text.Trim()),
                Prompts = [convention.Reference],
            };
        }
    }

    private static ImmutableSortedSet<int>? Lines(CaseStudy study, IWorkbench workbench) =>
        StatementMap.Of(study.Source, workbench) is { IsKnown: true, IsDoubtful: false } map ? map.Run(TraceAnswers.CoveredLines(study.Replay)) : null;
}
