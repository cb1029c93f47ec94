using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>How calls stand to each other.</summary>
internal static class CallTreeQuestions
{
    public static IEnumerable<Draft> MostAtOnce(TraceIndex index, IRandom random) =>
        from function in index.Functions.Shuffled(random)
        let deepest = index.CallsOf(function).MaxBy(c => Same(index, c).Count())!
        let chain = Same(index, deepest).Reverse().ToList()
        where chain.Count is > 1 and <= 60
        select new Draft(chain.Count).Function(function)
            .Steps(chain.Select((c, i) => $"{Say.Call(index, c)} is open at depth {Say.Number(i + 1)} of its recursion"));

    public static IEnumerable<Draft> StackAtOutput(TraceIndex index, IRandom random) =>
        from line in index.Output.Where(o => o.Frame > 0 && o.Text.Trim().Length > 0).Shuffled(random)
        from draft in Stack(index, line.Frame)
        select draft.Slot("output", Say.Code(line.Text)).Slot("nth", Phrasing.Ordinals.Of(line.Number)).Fact("output", line.Number);

    public static IEnumerable<Draft> StackAtLine(TraceIndex index, IRandom random) =>
        from step in Choices.Runs(index, random)
        from draft in Stack(index, step.Frame)
        select draft.Line(step.Line).Visit(step.Visit);

    public static IEnumerable<Draft> FirstCalls(TraceIndex index, IRandom random)
    {
        var functions = index.Functions.ToList();
        if (functions.Count is > 2 and <= 10)
        {
            var asked = functions.Shuffled(random).Take(5).OrderBy(functions.IndexOf).ToList();
            var shown = asked.Order(StringComparer.Ordinal).ToList();
            if (!shown.SequenceEqual(asked) && index.Order.IsFixed(asked.Select(f => index.CallsOf(f)[0])))
            {
                yield return new Draft(string.Join(", ", asked)).Slot("functions", Say.List([.. shown.Select(Say.Code)]))
                    .Fact("functions", new System.Text.Json.Nodes.JsonArray([.. shown.Select(f => (System.Text.Json.Nodes.JsonNode)f)]))
                    .Steps(FirstMade(index, [.. asked.Select(f => index.CallsOf(f)[0])]));
            }
        }
    }

    public static IEnumerable<Draft> Distinct(TraceIndex index, IRandom random)
    {
        var functions = index.Functions.ToList();
        // Functions that have no name of their own would have to be counted or left out, and no reader could tell which.
        if (functions.Count is > 2 and <= 15 && index.Calls.All(c => TraceIndex.IsMain(c) || index.IsNameable(c.Function)))
        {
            yield return new Draft(functions.Count).Steps(functions.Select(f => $"{Say.Code(f)} is called {Say.Times(index.CallsOf(f).Length)}"));
        }
    }

    public static IEnumerable<Draft> Callees(TraceIndex index, IRandom random) =>
        from call in Choices.Calls(index, random)
        let inner = index.Calls.Where(c => c.Caller == call.Frame).ToList()
        let names = inner.Select(c => c.Function).Distinct().ToList()
        where names.Count is > 1 and < 8 && names.All(index.IsNameable) && index.Order.IsFixed(inner.DistinctBy(c => c.Function))
        select new Draft(string.Join(", ", names)).Call(index, call)
            .Steps(inner.GroupBy(c => c.Function).Select(g => $"{Say.Code(g.Key)} is called {Say.Times(g.Count())}{(g.First().Site > 0 ? $", {(g.Count() > 1 ? "first " : "")}on {Say.Line(g.First().Site)}" : "")}"));

    public static IEnumerable<Draft> Inside(TraceIndex index, IRandom random) =>
        from call in Choices.Calls(index, random)
        where call.Left > 0
        from inner in index.Calls.Where(c => c.Entered > call.Entered && c.Entered < call.Left && index.IsNameable(c.Function) && c.Function != call.Function).GroupBy(c => c.Function).Shuffled(random).Take(1)
        where inner.Count() is > 1 and <= 200
        select new Draft(inner.Count()).Call(index, call).Function(inner.Key, "inner")
            .Steps(inner.Where(c => c.Site > 0).GroupBy(c => c.Site).Select(g => $"{Say.Line(g.Key)} calls {Say.Code(inner.Key)} {Say.Times(g.Count())}"));

    public static IEnumerable<Draft> ReturnsFirst(TraceIndex index, IRandom random) =>
        from function in index.Functions.Shuffled(random)
        let calls = index.CallsOf(function)
        where calls.Length is > 2 and <= 60 && calls.All(c => c.Left > 0)
        let first = calls.MinBy(c => c.Left)!
        where first.Number > 1
        select new Draft(first.Number).Function(function)
            .Steps(calls.Take(first.Number).Select(c => c == first ? $"{Say.Call(index, c)} returns without calling {Say.Code(function)} again" : $"{Say.Call(index, c)} leads to another call before it returns"));

    // A list that leaves one of them out explains nothing.
    private static IEnumerable<string> FirstMade(TraceIndex index, IReadOnlyList<CallInfo> calls) => calls.Any(c => c.Site == 0) ? [] : calls.Select(c =>
        $"{Say.Code(c.Function)} is first called {(index.IsNameable(c.Caller) ? $"{Say.Within(index, c.Caller)}, " : "")}on {Say.Line(c.Site)}");

    private static IEnumerable<Draft> Stack(TraceIndex index, int frame)
    {
        var chain = Chain(index, frame).Reverse().ToList();
        if (chain.Count is > 2 and <= 10 && chain.All(c => index.IsNameable(c.Frame)) && chain.Skip(1).All(c => c.Site > 0))
        {
            var open = chain.Where(c => char.IsLetter(c.Function.FirstOrDefault()) || c.Function.StartsWith('_')).ToList();
            if (open.Count > 1)
            {
                yield return new Draft(string.Join(", ", open.Select(c => c.Function)))
                    .Steps(chain.Skip(1).Select(c => $"{Say.Code(c.Function)} is called on {Say.Line(c.Site)}, {Say.Within(index, c.Caller)}"));
            }
        }
    }

    private static IEnumerable<CallInfo> Same(TraceIndex index, CallInfo call) => Chain(index, call.Frame).Where(c => c.Function == call.Function);

    private static IEnumerable<CallInfo> Chain(TraceIndex index, int frame)
    {
        for (var call = index.CallOf(frame); call is not null; call = index.CallOf(call.Caller))
        {
            yield return call;
        }
    }
}
