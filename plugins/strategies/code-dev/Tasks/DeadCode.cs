using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions;

namespace CodeAlchemy.Strategies.CodeDev.Tasks;

/// <summary>Functions that none of the given runs enters.</summary>
internal sealed class DeadCode : PureTask
{
    public override string Name => "dead-code";

    protected override IEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults)
    {
        if (bench.Studies.Any(s => s.Replay.Truncated) || bench.Graphs.SelectMany(g => g.Calls).Any(c => FunctionUse.IsUnlisted(bench.Outline, c)))
        {
            yield break;
        }

        // A constructor that nothing calls is often there to forbid objects, and whether it is a function is for readers to dispute.
        // Over all runs where that finds any; else over the first run that leaves some out.
        var all = Enumerable.Range(0, bench.Studies.Length).ToImmutableArray();
        foreach (var (runs, unused) in all.Select(i => ImmutableArray.Create(i)).Prepend(all).Select(runs => (runs, Unused(bench, runs)))
            .Where(u => !u.Item2.IsEmpty && !u.Item2.Any(f => Functions.IsConstructor(bench, f)) && u.Item2.Length < bench.Outline.Functions.Length).Take(1))
        {
            yield return new DevQuestion
            {
                Study = bench.Studies[runs[0]],
                Cases = [.. runs.Select(i => bench.Studies[i])],
                Answer = string.Join('\n', unused.Select(f => $"{Fences.Span(f.Name)} (line {FaultText.Number(f.Span.StartLine)})")),
                Slots = ImmutableDictionary<string, string>.Empty.Add("runs", runs.Length == 1 ? "this run" : "any of these runs"),
                Facts = new JsonObject { ["functions"] = new JsonArray([.. unused.Select(f => (JsonNode)f.Name)]) },
            };
        }
    }

    private static ImmutableArray<OutlineFunction> Unused(Bench bench, ImmutableArray<int> runs) => FunctionUse.Unused(
        bench.Outline,
        runs.SelectMany(i => TraceAnswers.CoveredLines(bench.Studies[i].Replay)).ToHashSet(),
        runs.SelectMany(i => bench.Graphs[i].Calls));
}
