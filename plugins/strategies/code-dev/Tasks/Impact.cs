using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeDev.Tasks;

/// <summary>Which functions depend on one: those that called it in a run, themselves or through others.</summary>
internal sealed class Impact : PureTask
{
    private const int FewestCallers = 2;

    public override string Name => "impact";

    protected override IEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults)
    {
        foreach (var (study, graph) in bench.Studies.Zip(bench.Graphs).Where(p => !p.First.Replay.Truncated).Take(1))
        {
            var named = graph.Calls.Where(c => FunctionUse.Of(bench.Outline, c) is not null).ToList();
            var random = bench.Workbench.Random(Name);
            var candidates = named.Select(c => c.Function).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(f => (Function: f, Callers: graph.Callers(f).Where(c => c.Key is not "<module>" && named.Any(n => n.Function == c.Key)).ToImmutableArray()))
                .Where(f => f.Callers.Length >= FewestCallers).ToList();
            if (candidates.Count > 0)
            {
                var (function, callers) = candidates[random.Next(candidates.Count)];
                yield return Question(study, function, callers);
            }
        }
    }

    private static DevQuestion Question(Grounded.Studies.CaseStudy study, string function, ImmutableArray<KeyValuePair<string, bool>> callers) => new()
    {
        Study = study,
        Answer = string.Join('\n', callers.OrderByDescending(c => c.Value).Select(c => $"{Fences.Span(c.Key)}: {(c.Value ? "calls it" : "reaches it through other functions")}")),
        Slots = ImmutableDictionary<string, string>.Empty.Add("function", Fences.Span(function)),
        Facts = new JsonObject { ["function"] = function, ["callers"] = new JsonArray([.. callers.Select(c => (JsonNode)c.Key)]) },
    };
}
