using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDev.Tasks;

/// <summary>How often each function is called in a run, and which is called most.</summary>
internal sealed class Profile : PureTask
{
    private const int FewestFunctions = 2;
    private const int FewestCalls = 3;
    private const int MostCalls = 60;

    public override string Name => "profile";

    public override TraceTrust Needs => TraceTrust.Calls | TraceTrust.Lines;

    protected override IEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults) =>
        bench.Studies.Zip(bench.Graphs).Where(p => !p.First.Replay.Truncated && !p.Second.Calls.Any(c => FunctionUse.IsUnlisted(bench.Outline, c))).Take(2)
            .Select(p => Question(bench, p.First, p.Second)).OfType<DevQuestion>();

    private static DevQuestion? Question(Bench bench, CaseStudy study, CallGraph graph)
    {
        var sites = new CallSites(study, graph);
        var counts = graph.Calls.Select(c => FunctionUse.Of(bench.Outline, c)).OfType<Abstractions.Syntax.OutlineFunction>()
            .CountBy(f => f).OrderByDescending(c => c.Value).ThenBy(c => c.Key.Span.Start).ToList();
        if (counts.Count < FewestFunctions || counts[0].Value is < FewestCalls or > MostCalls || counts[0].Value == counts[1].Value || graph.Calls.Any(c => c.IsResumed || (FunctionUse.Of(bench.Outline, c) is not null && sites.IsInComparison(c.Frame))))
        {
            return null;
        }

        var table = new StringBuilder("| function | line | calls |\n|---|---|---|\n");
        foreach (var (function, calls) in counts)
        {
            table.Append($"| {Fences.Span(function.Name)} | {function.Span.StartLine} | {calls} |\n");
        }

        return new DevQuestion
        {
            Study = study,
            Values = Functions.Naming(bench),
            Answer = $"{table}\n{Fences.Span(counts[0].Key.Name)} is called most: {FaultText.Number(counts[0].Value)} times.",
            Facts = new JsonObject { ["calls"] = new JsonObject([.. counts.Select(c => KeyValuePair.Create($"{c.Key.Name}:{c.Key.Span.StartLine}", (JsonNode?)c.Value))]) },
        };
    }
}
