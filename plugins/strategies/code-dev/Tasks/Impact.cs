using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDev.Tasks;

/// <summary>Which functions depend on one: those that called it in a run, themselves or through others.</summary>
internal sealed class Impact : PureTask
{
    private const int FewestCallers = 2;

    public override string Name => "impact";

    public override TraceTrust Needs => TraceTrust.Calls;

    protected override IEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults)
    {
        foreach (var (study, graph) in bench.Studies.Zip(bench.Graphs).Where(p => !p.First.Replay.Truncated && !p.Second.Calls.Any(c => FunctionUse.IsUnlisted(bench.Outline, c))).Take(1))
        {
            var random = bench.Workbench.Random(Name);
            var sites = new CallSites(study, graph);
            // Whatever uses a class depends on it, whether or not it calls the constructor.
            var candidates = bench.Outline.Functions.Select(f => (Function: f, Callers: Callers(bench, graph, f)))
                .Where(c => c.Callers.Count >= FewestCallers && !Functions.IsConstructor(bench, c.Function) && IsCalledDirectly(bench, graph, sites, c.Function) && c.Callers.Keys.Append(c.Function).All(f => IsUnique(bench, f))).ToList();
            if (candidates.Count > 0)
            {
                var (function, callers) = candidates[random.Next(candidates.Count)];
                yield return Question(study, function, [.. callers.OrderByDescending(c => c.Value).ThenBy(c => c.Key.Span.Start)]);
            }
        }
    }

    // Whether each calls the function itself. What a function without a name does, the text has in the function around it.
    private static Dictionary<OutlineFunction, bool> Callers(Bench bench, CallGraph graph, OutlineFunction function)
    {
        var callers = new Dictionary<OutlineFunction, bool>();
        foreach (var call in graph.Calls.Where(c => FunctionUse.Of(bench.Outline, c) == function))
        {
            var chain = graph.Chain(call.Caller).Select(c => c.IsElsewhere ? null : FunctionUse.Of(bench.Outline, c) ?? FunctionUse.At(bench.Outline, c.Line)).ToList();
            foreach (var (caller, distance) in chain.Select((c, i) => (c, i)).Where(c => c.c is not null && c.c != function))
            {
                callers[caller!] = callers.GetValueOrDefault(caller!) || distance == 0;
            }
        }

        return callers;
    }

    // A function that a library calls is not called by the function that the trace shows below it.
    private static bool IsCalledDirectly(Bench bench, CallGraph graph, CallSites sites, OutlineFunction function) =>
        graph.Calls.Where(c => FunctionUse.Of(bench.Outline, c) == function).All(sites.IsDirect);

    private static bool IsUnique(Bench bench, OutlineFunction function) => bench.Outline.Functions.Count(f => f.Name == function.Name) == 1;

    private static DevQuestion Question(Grounded.Studies.CaseStudy study, OutlineFunction function, ImmutableArray<KeyValuePair<OutlineFunction, bool>> callers) => new()
    {
        Study = study,
        Answer = string.Join('\n', callers.Select(c => $"{Fences.Span(c.Key.Name)}: {(c.Value ? "calls it" : "reaches it through other functions")}")),
        Slots = ImmutableDictionary<string, string>.Empty.Add("function", Fences.Span(function.Name)),
        Facts = new JsonObject { ["function"] = function.Name, ["callers"] = new JsonArray([.. callers.Select(c => (JsonNode)c.Key.Name)]) },
    };
}
