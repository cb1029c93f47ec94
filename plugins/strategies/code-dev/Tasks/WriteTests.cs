using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDev.Tasks;

/// <summary>Test cases for a function whose calls were recorded: arguments and results as they were.</summary>
internal sealed class WriteTests : PureTask
{
    private const int FewestCalls = 3;
    private const int MostCalls = 8;
    private const int LongestCall = 240;
    private const int MostPerFile = 2;

    public override string Name => "write-tests";

    public override TraceTrust Needs => TraceTrust.Calls;

    protected override IEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults) =>
        bench.Outline.Functions.Where(f => f.Name != "main" && !Functions.IsEntry(bench, f)).Select(f => (Function: f, Calls: FirstCalls(bench, f))).Where(f => f.Calls.Length >= FewestCalls)
            .Take(MostPerFile).Select(f => Question(bench, f.Function, f.Calls));

    // The question asks for the first calls, so none may be left out among them.
    private static ImmutableArray<(string Call, string Result)> FirstCalls(Bench bench, OutlineFunction function) =>
        !Functions.AreOrdered(bench, function) ? [] : [.. Functions.PlainCalls(bench, function).TakeWhile(c => c.Call.Length + c.Result.Length <= LongestCall).Take(MostCalls)];

    private static DevQuestion Question(Bench bench, OutlineFunction function, ImmutableArray<(string Call, string Result)> calls) => new()
    {
        Study = bench.Studies[0],
        Cases = bench.Studies,
        Answer = Fences.Wrap(string.Join('\n', calls.Select(c => $"{c.Call} -> {c.Result}"))),
        Slots = ImmutableDictionary<string, string>.Empty
            .Add("function", Fences.Span(function.Name)).Add("count", FaultText.Number(calls.Length)),
        Facts = new JsonObject { ["function"] = function.Name, ["calls"] = new JsonArray([.. calls.Select(c => (JsonNode)$"{c.Call} -> {c.Result}")]) },
    };
}
