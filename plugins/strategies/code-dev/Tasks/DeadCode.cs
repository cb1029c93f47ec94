using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeDev.Tasks;

/// <summary>Functions that none of the given runs enters.</summary>
internal sealed class DeadCode : PureTask
{
    public override string Name => "dead-code";

    protected override IEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults)
    {
        var unused = FunctionUse.Unused(bench.Outline, bench.Covered, bench.Graphs.SelectMany(g => g.Calls));
        if (!unused.IsEmpty && unused.Length < bench.Outline.Functions.Length && !bench.Studies.Any(s => s.Replay.Truncated))
        {
            yield return new DevQuestion
            {
                Study = bench.Studies[0],
                Cases = bench.Studies,
                Answer = string.Join('\n', unused.Select(f => $"{Fences.Span(f.Name)} (line {FaultText.Number(f.Span.StartLine)})")),
                Slots = ImmutableDictionary<string, string>.Empty.Add("runs", bench.Studies.Length == 1 ? "this run" : "any of these runs"),
                Facts = new JsonObject { ["functions"] = new JsonArray([.. unused.Select(f => (JsonNode)f.Name)]) },
            };
        }
    }
}
