using System.Text;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDev.Tasks;

/// <summary>The calls of a run in order, as a tree.</summary>
internal sealed class CallTree : PureTask
{
    private const int FewestCalls = 4;
    private const int MostCalls = 40;

    public override string Name => "call-tree";

    public override TraceTrust Needs => TraceTrust.Calls;

    protected override IEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults) =>
        bench.Studies.Zip(bench.Graphs).Where(p => !p.First.Replay.Truncated && !p.Second.Calls.Any(c => FunctionUse.IsUnlisted(bench.Outline, c))).Take(2).Select(p => Question(bench, p.First, p.Second)).OfType<DevQuestion>();

    private static DevQuestion? Question(Bench bench, CaseStudy study, CallGraph graph)
    {
        var named = graph.Calls.Select(c => (c.Frame, Function: FunctionUse.Of(bench.Outline, c))).Where(c => c.Function is not null).ToDictionary(c => c.Frame, c => c.Function!.Name);
        if (named.Count is < FewestCalls or > MostCalls || graph.Calls.Any(c => c.IsResumed && named.ContainsKey(c.Frame)) || named.Values.Distinct().Count() < 2)
        {
            return null;
        }

        var sites = new CallSites(study, graph);
        var calls = graph.Calls.Where(c => named.ContainsKey(c.Frame)).ToList();
        if (!sites.IsOrderFixed(calls, alike: true) || calls.Any(c => sites.IsInComparison(c.Frame)))
        {
            return null;
        }

        var depths = new Dictionary<int, int>();
        var tree = new StringBuilder();
        foreach (var call in calls)
        {
            var above = graph.Chain(call.Caller).FirstOrDefault(c => named.ContainsKey(c.Frame));
            var depth = depths[call.Frame] = above is null ? 0 : depths[above.Frame] + 1;
            tree.Append(' ', 2 * depth).Append(named[call.Frame]).Append('\n');
        }

        return depths.Values.Max() == 0 ? null : new DevQuestion { Study = study, Answer = Fences.Wrap(tree.ToString()), Values = Functions.Naming(bench) };
    }
}
