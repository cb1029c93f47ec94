using System.Collections.Immutable;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>Which lines run, and how often.</summary>
internal static class LineQuestions
{
    private const int MostTold = 10;

    public static IEnumerable<Draft> Count(TraceIndex index, IRandom random) =>
        from line in Repeated(index).Shuffled(random)
        select new Draft(line.Count()).Line(line.Key)
            .Steps(line.GroupBy(s => s.Frame).Where(g => index.IsNameable(g.Key)).Select(g => $"{Say.Within(index, g.Key)} it runs {Say.Times(g.Count())}"));

    public static IEnumerable<Draft> CountInCall(TraceIndex index, IRandom random) =>
        from line in Repeated(index).Shuffled(random)
        from frame in line.GroupBy(s => s.Frame).Where(g => g.Count() is > 1 and <= 60 && IsCall(index, g.Key)).Shuffled(random).Take(1)
        let call = index.CallOf(frame.Key)!
        where !CallsItself(index, call)
        select new Draft(frame.Count()).Line(line.Key).Call(index, call);

    public static IEnumerable<Draft> EverRuns(TraceIndex index, IRandom random)
    {
        var ran = index.Steps.Select(s => s.Line).ToHashSet();
        var wanted = random.Next(2) == 0;
        return from line in Certain(index).Where(l => ran.Contains(l) == wanted).Shuffled(random)
               where !wanted || index.Source.Indent(line) > 4
               select new Draft(wanted ? "yes" : "no").Line(line)
                   .Steps(wanted ? LineReasons.Reached(index, line) : LineReasons.Missed(index, line));
    }

    public static IEnumerable<Draft> NeverRuns(TraceIndex index, IRandom random)
    {
        var ran = index.Steps.CountBy(s => s.Line).ToDictionary();
        var (run, idle) = (Certain(index).Where(ran.ContainsKey).Shuffled(random), Certain(index).Where(l => !ran.ContainsKey(l)).Shuffled(random));
        if (run.Count < 2 || idle.Count < 2)
        {
            yield break;
        }

        var never = idle.Take(2 + random.Next(2)).Order().ToList();
        var listed = never.Concat(run.Take(2 + random.Next(2))).Order().ToList();
        yield return new Draft(string.Join(", ", never.Select(Say.Number)))
            .Slot("lines", Say.List([.. listed.Select(Say.Number)])).Fact("lines", new System.Text.Json.Nodes.JsonArray([.. listed.Select(l => (System.Text.Json.Nodes.JsonNode)l)]))
            .Steps(Unreached(index, listed, never));
    }

    public static IEnumerable<Draft> RunsMore(TraceIndex index, IRandom random)
    {
        var lines = Repeated(index).Shuffled(random);
        return from pair in lines.Zip(lines.Skip(1))
               where pair.First.Count() != pair.Second.Count()
               let more = pair.First.Count() > pair.Second.Count() ? pair.First : pair.Second
               select new Draft(more.Key).Line(pair.First.Key).Line(pair.Second.Key, "other")
                   .Steps(new[] { pair.First, pair.Second }.Select(l => Reasons.Spread(index, l)));
    }

    public static IEnumerable<Draft> Path(TraceIndex index, IRandom random) =>
        from call in Choices.Calls(index, random)
        let lines = index.Steps.Where(s => s.Frame == call.Frame).Select(s => s.Line).ToList()
        where lines.Count is > 3 and <= 24 && lines.Distinct().All(IsWhole(index))
        select new Draft(string.Join(", ", lines.Select(Say.Number))).Call(index, call);

    public static IEnumerable<Draft> Iterations(TraceIndex index, IRandom random)
    {
        var first = index.Steps.GroupBy(s => s.Line).ToDictionary(g => g.Key);
        return from head in Enumerable.Range(1, index.Source.Count).Where(index.Source.IsLoop).Shuffled(random)
               let body = index.Source.BodyOf(head)
               where first.ContainsKey(body) && index.IsFirm(body) && (index.Source.IsSimple(body) || index.Source.IsBranch(body))
               from frame in first[body].GroupBy(s => s.Frame).Where(g => g.Count() is > 1 and <= 200 && index.IsNameable(g.Key)).Shuffled(random).Take(1)
               select new Draft(frame.Count()).Line(head).Within(index, frame.Key).Steps(Rounds(index, head, [.. frame]));
    }

    public static IEnumerable<Draft> BranchNext(TraceIndex index, IRandom random) =>
        from step in Choices.Runs(index, random)
        where index.Source.IsBranch(step.Line) && step is { Completed: true, NextLine: > 0 }
        let tested = Reasons.Tested(index, step)
        select new Draft(step.NextLine).Line(step.Line).Visit(step.Visit)
            .Steps(tested.Count == 0 ? [] :
            [
                $"at that moment {Say.List(tested)}",
                index.Source.IsInBody(step.Line, step.NextLine) ? "the condition holds, so the body is entered" : "the condition does not hold, so the body is skipped",
            ]);

    public static IEnumerable<Draft> BranchCount(TraceIndex index, IRandom random) =>
        from line in index.Steps.Where(s => index.Source.IsBranch(s.Line) && Choices.IsCountable(index, s.Line)).GroupBy(s => s.Line).Shuffled(random)
        let taken = line.Count(s => index.Source.IsInBody(line.Key, s.NextLine))
        where line.Count() > 2 && taken > 0 && taken < line.Count() && line.All(s => s.Completed)
        select new Draft(taken).Line(line.Key)
            .Steps(line.Count() > MostTold || line.Any(s => Reasons.Tested(index, s).Count == 0) ? [] : line.Select(s =>
                $"{Say.Time(s.Visit)}, {Say.List(Reasons.Tested(index, s))}: the condition {(index.Source.IsInBody(line.Key, s.NextLine) ? "holds" : "does not hold")}"));

    private static IEnumerable<IGrouping<int, LineStep>> Repeated(TraceIndex index) =>
        index.Steps.GroupBy(s => s.Line).Where(g => g.Count() is > 1 and <= 200 && index.IsFirm(g.Key) && index.Source.IsSimple(g.Key));

    private static IEnumerable<int> Certain(TraceIndex index) => Enumerable.Range(1, index.Source.Count).Where(l => index.IsFirm(l) && index.Source.IsCertain(l));

    private static bool IsCall(TraceIndex index, int frame) => index.CallOf(frame) is { Number: <= 12 } call && index.IsNameable(call.Function);

    // While such a call lasts, its lines run for the calls inside it as well.
    private static bool CallsItself(TraceIndex index, CallInfo call) =>
        index.CallsOf(call.Function).Any(c => c.Entered > call.Entered && (call.Left == 0 || c.Entered < call.Left));

    private static Func<int, bool> IsWhole(TraceIndex index) => line => index.IsFirm(line)
        && (index.Source.IsSimple(line) || index.Source.IsTest(line) || index.Source.IsBranch(line) || (index.Study.Source.Language == "python" && index.Source.IsLoop(line)));

    // How often the others run is no reason for those that never do.
    private static IEnumerable<string> Unreached(TraceIndex index, List<int> listed, List<int> never)
    {
        var why = never.ToDictionary(l => l, l => LineReasons.Missed(index, l));
        return why.Values.Any(w => w.IsEmpty) ? [] : listed.Select(l => why.TryGetValue(l, out var reasons)
            ? $"{Say.Line(l)} is never reached: {string.Join("; ", reasons)}" : Reasons.Spread(index, index.Steps.Where(s => s.Line == l)));
    }

    private static IEnumerable<string> Rounds(TraceIndex index, int head, ImmutableArray<LineStep> rounds)
    {
        var name = rounds[0].Before.Keys.FirstOrDefault(n => index.Source.UsesAlone(head, n) && rounds.All(r => r.Before.TryGetValue(n, out var v) && Choices.IsName(n) && Histories.IsScalar(v))
            && rounds.Select(r => r.Before[n].Text).Distinct().Count() == rounds.Length);
        return name is null ? [] : rounds.Select((r, i) => $"round {Say.Number(i + 1)} begins with {Say.Code(name)} as {Say.Code(r.Before[name].Text)}");
    }
}
