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
    private const int LongestValue = 120;

    public string Name => "predict-state";

    public IEnumerable<Question> Ask(CaseStudy study, CodeTraceOptions options, IWorkbench workbench)
    {
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
                .Where(g => IsPlain(index.Source, g.Key) && map is { IsKnown: true } && map.IsOne(g.Key))
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
        var names = Pick(Worthwhile(study, visit), random);
        if (names.All(n => IsGiven(study, visit, n)))
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

    private static List<string> Worthwhile(CaseStudy study, LineVisit visit)
    {
        var events = study.Replay.Trace.Events.TakeWhile(e => e.Sequence <= visit.Sequence).Where(e => e.Frame == visit.Frame).ToList();
        var changes = events.SelectMany(e => e.Set).CountBy(v => v.Name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var given = Given(events);
        var bare = new BareDeclarations(study.Source);
        var enumerations = new EnumerationFields(study.Source);
        return
        [
            .. visit.State.Where(v => IsAskable(v.Key, v.Value) && !IsCopied(study, v.Value) && !enumerations.AreIn(v.Value) && !bare.MayBeUnset(v.Key, v.Value, changes.GetValueOrDefault(v.Key) > 1)).Select(v => v.Key)
                .Where(name => changes.GetValueOrDefault(name) > 1 || !(given.Contains(name) || IsWritten(study, name, visit.State[name]))),
        ];
    }

    private static bool IsAskable(string name, TraceValue value) =>
        value.Text.Length <= LongestValue && !name.StartsWith("__", StringComparison.Ordinal) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$') && Literals.IsPlain(value);

    // What the outermost function is called with stands in the question.
    private static HashSet<string> Given(List<TraceEvent> events) =>
        events is [{ Kind: TraceEventKind.Call, Depth: 0 } call, ..] ? [.. call.Set.Select(v => v.Name)] : [];

    // Copied from the command line or the input: alone, it is no question.
    private static bool IsGiven(CaseStudy study, LineVisit visit, string name) => GivenValues.Holds(study, visit.State[name]);

    // A text, or a list of texts, as it stands in the question: beside other variables it is no question either.
    private static bool IsCopied(CaseStudy study, TraceValue value) =>
        (value.Text.Length > 4 && value.Text[0] is '"' or '\'' && GivenValues.Holds(study, value)) || GivenTexts.Hold(study, value);

    // A variable that was set once, to what the source spells out beside its name, needs no execution to know.
    private static bool IsWritten(CaseStudy study, string name, TraceValue value) =>
        study.Source.Text.Split('\n').Any(line =>
            line.Contains(name, StringComparison.Ordinal) && Squeeze(line).Contains("=" + Squeeze(value.Text), StringComparison.Ordinal));

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
