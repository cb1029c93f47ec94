using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Strategies.CodeTrace.Lines;

namespace CodeAlchemy.Strategies.CodeTrace.Tasks;

/// <summary>Values of variables when a line is about to run for the n-th time.</summary>
internal sealed class PredictState : ITraceTask
{
    private const int MostVariables = 4;

    public string Name => "predict-state";

    public IEnumerable<Question> Ask(CaseStudy study, CodeTraceOptions options, IWorkbench workbench)
    {
        if (!study.Trust.Covers(TraceTrust.Values | TraceTrust.Lines) || study.Trace.Events.Any(e => e.Thread != 1))
        {
            yield break;
        }

        var random = workbench.Random($"{Name}/{study.Case.Name}");
        var byLine = Askable(study, workbench);
        var answers = new HashSet<string>(StringComparer.Ordinal);
        while (byLine.Count > 0 && answers.Count < options.QuestionsPerCase)
        {
            var at = random.Next(byLine.Count);
            var visits = byLine[at];
            byLine.RemoveAt(at);
            if (Make(study, Choose(visits, random), random) is { } question && answers.Add(question.Answer))
            {
                yield return question;
            }
        }
    }

    // A line is hit once whenever it runs only where one statement stands on it, whole and of one function. The head of a `for` is hit
    // before its step in some languages and after it in others.
    private static List<LineVisit[]> Askable(CaseStudy study, IWorkbench workbench)
    {
        var index = TraceIndex.Of(study);
        var map = StatementMap.Of(study.Source, workbench);
        var free = LibraryCalls.Of(study);
        string? Function(LineVisit visit) => index.CallOf(visit.Frame)?.Function;
        return
        [
            .. study.Replay.Lines.GroupBy(v => v.Line).OrderBy(g => g.Key)
                .Where(g => IsPlain(index.Source, g.Key) && map is { IsKnown: true } && map.IsOne(g.Key) && !map.IsInside(g.Key))
                .Where(g => g.Select(Function).Distinct().Count() == 1 && Function(g.First()) is { } function && !free.Contains(function))
                .Select(g => g.ToArray()),
        ];
    }

    private static bool IsPlain(SourceLines source, int line) =>
        source.IsSimple(line) || source.IsBranch(line) || (source.IsLoop(line) && source[line].TrimStart().StartsWith("while", StringComparison.Ordinal));

    // Early and middle rounds: the hundredth round of a loop asks for patience rather than understanding.
    private static LineVisit Choose(LineVisit[] visits, IRandom random) =>
        visits[visits.Length <= 2 ? visits.Length - 1 : random.Next(Math.Min(visits.Length, 12))];

    private static Question? Make(CaseStudy study, LineVisit visit, IRandom random)
    {
        var names = Pick(StateNames.Worthwhile(study, visit), random);
        if (names.All(n => StateNames.IsGiven(study, visit.State[n])))
        {
            return null;
        }

        return new Question
        {
            Answer = string.Join('\n', names.Select(n => $"{n} = {visit.State[n].Text}")),
            AnswerMustNotShow = true,
            Values = new Dictionary<string, object?>
            {
                ["line"] = visit.Line,
                ["many"] = names.Length > 1,
                ["moment"] = $"the {Ordinals.Of(visit.Visit)} time",
                ["variables"] = Say.List([.. names.Select(Say.Code)]),
            }.ToImmutableDictionary(),
            Facts = new JsonObject
            {
                ["line"] = visit.Line,
                ["visit"] = visit.Visit,
                ["variables"] = new JsonArray([.. names.Select(n => (JsonNode)n)]),
            },
        };
    }

    private static ImmutableArray<string> Pick(List<string> names, IRandom random)
    {
        while (names.Count > MostVariables)
        {
            names.RemoveAt(random.Next(names.Count));
        }

        return [.. names];
    }
}
