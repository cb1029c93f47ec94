using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeQa;

/// <summary>Chooses among the questions about the cases of one file, so that kinds take turns and no answer of a kind comes twice.</summary>
internal sealed class QuestionChooser(CodeQaOptions options, IWorkbench workbench)
{
    private const int MostTries = 40;

    // Kinds that few programs give an answer to come first where they have one.
    private static readonly HashSet<string> Scarce = new(StringComparer.Ordinal)
    {
        "same-object", "recursion-depth", "returns-first", "returned-type", "stack-at-output", "stack-at-line", "calls-inside", "callees", "caller",
        "leaving-line", "call-site", "largest-size", "largest-value", "smallest-value", "input-reader", "exit-status", "exception-type", "exception-line",
        "exception-message", "exception-caught", "catching-line", "exception-count", "changed-variables", "element-value", "visit-with-value", "first-reach",
    };

    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);
    private readonly HashSet<string> _answers = new(StringComparer.Ordinal);
    private readonly RowMaker _maker = new(options, workbench);

    /// <summary>Rows about one case, no kind twice.</summary>
    public IEnumerable<Sample> Ask(CaseStudy study)
    {
        var random = workbench.Random($"choose/{study.Case.Name}");
        var kinds = TraceQuestions.All.Where(k => options.Wants(k.Kind)).ToList();
        var made = 0;
        foreach (var kind in InTurn(kinds, k => k.Kind, random))
        {
            if (made == options.QuestionsPerCase)
            {
                yield break;
            }

            var candidates = kind.Ask(study, workbench.Random($"ask/{kind.Kind}/{study.Case.Name}"));
            if (First(candidates, q => _maker.Make(study, q, made)) is { } row)
            {
                made++;
                yield return row;
            }
        }
    }

    /// <summary>Rows about pairs of cases, each pair once.</summary>
    public IEnumerable<Sample> Compare(IReadOnlyList<CaseStudy> studies)
    {
        var random = workbench.Random("pairs");
        var kinds = TraceQuestions.Pairs.Where(k => options.Wants(k.Kind)).ToList();
        var made = 0;
        foreach (var (first, second) in Pairs(studies, random))
        {
            foreach (var kind in InTurn(kinds, k => k.Kind, random))
            {
                if (made == options.ComparisonsPerFile)
                {
                    yield break;
                }

                var candidates = kind.Ask(first, second, workbench.Random($"ask/{kind.Kind}/{first.Case.Name}/{second.Case.Name}"));
                if (First(candidates, q => _maker.Make(first, second, q, made)) is { } row)
                {
                    made++;
                    yield return row;
                    break;
                }
            }
        }
    }

    private static IEnumerable<(CaseStudy First, CaseStudy Second)> Pairs(IReadOnlyList<CaseStudy> studies, IRandom random) =>
        studies.Zip(studies.Skip(1)).Select(p => random.Next(2) == 0 ? (p.First, p.Second) : (p.Second, p.First));

    private Sample? First(IEnumerable<TraceQuestion> candidates, Func<TraceQuestion, Sample?> make)
    {
        foreach (var question in candidates.Take(MostTries).Where(q => !_answers.Contains(Key(q))))
        {
            if (make(question) is { } row)
            {
                _used[question.Kind] = _used.GetValueOrDefault(question.Kind) + 1;
                _answers.Add(Key(question));
                return row;
            }
        }

        return null;
    }

    private IEnumerable<T> InTurn<T>(IEnumerable<T> kinds, Func<T, string> name, IRandom random) => kinds
        .Select(k => (Kind: k, Turn: _used.GetValueOrDefault(name(k)) + (random.NextDouble() * (Scarce.Contains(name(k)) ? 0.6 : 1))))
        .ToList().OrderBy(k => k.Turn).Select(k => k.Kind);

    private static string Key(TraceQuestion question) => $"{question.Kind}\n{question.Answer}";
}
