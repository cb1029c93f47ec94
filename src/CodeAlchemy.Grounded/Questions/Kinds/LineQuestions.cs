using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>Which lines run, and how often.</summary>
internal static class LineQuestions
{
    public static IEnumerable<Draft> Count(TraceIndex index, IRandom random) =>
        from line in Repeated(index).Shuffled(random)
        select new Draft(line.Count()).Line(line.Key)
            .Steps(line.GroupBy(s => s.Frame).Where(g => index.IsNameable(g.Key)).Select(g => $"{Say.Within(index, g.Key)} it runs {Say.Times(g.Count())}"));

    public static IEnumerable<Draft> CountInCall(TraceIndex index, IRandom random) =>
        from line in Repeated(index).Shuffled(random)
        from frame in line.GroupBy(s => s.Frame).Where(g => g.Count() is > 1 and <= 60 && IsCall(index, g.Key)).Shuffled(random).Take(1)
        select new Draft(frame.Count()).Line(line.Key).Call(index, index.CallOf(frame.Key)!);

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
            .Steps(listed.Select(l => ran.TryGetValue(l, out var times) ? $"{Say.Line(l)} runs {Say.Times(times)}" : $"{Say.Line(l)} is never reached"));
    }

    public static IEnumerable<Draft> RunsMore(TraceIndex index, IRandom random)
    {
        var lines = Repeated(index).Shuffled(random);
        return from pair in lines.Zip(lines.Skip(1))
               where pair.First.Count() != pair.Second.Count()
               let more = pair.First.Count() > pair.Second.Count() ? pair.First : pair.Second
               select new Draft(more.Key).Line(pair.First.Key).Line(pair.Second.Key, "other")
                   .Steps(new[] { pair.First, pair.Second }.Select(l => $"{Say.Line(l.Key)} runs {Say.Times(l.Count())}"));
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
               where first.ContainsKey(body) && (index.Source.IsSimple(body) || index.Source.IsBranch(body))
               from frame in first[body].GroupBy(s => s.Frame).Where(g => g.Count() is > 1 and <= 200 && index.IsNameable(g.Key)).Shuffled(random).Take(1)
               select new Draft(frame.Count()).Line(head).Within(index, frame.Key)
                   .Steps([$"every round of the loop begins with {Say.Line(body)}", $"{Say.Within(index, frame.Key)}, {Say.Line(body)} runs {Say.Times(frame.Count())}"]);
    }

    public static IEnumerable<Draft> BranchNext(TraceIndex index, IRandom random) =>
        from step in Choices.Runs(index, random)
        where index.Source.IsBranch(step.Line) && step is { Completed: true, NextLine: > 0 }
        // A condition that sets what it tests is not decided by the values before it.
        let isPure = step.Before.All(v => !Mentions(index, step.Line, v.Key) || step.After!.GetValueOrDefault(v.Key)?.Text is var after && (after is null || after == v.Value.Text))
        select new Draft(step.NextLine).Line(step.Line).Visit(step.Visit)
            .Steps([
                step.Before.Where(v => Histories.IsScalar(v.Value) && Choices.IsName(v.Key) && Mentions(index, step.Line, v.Key)).Select(v => $"{Say.Code(v.Key)} is {Say.Code(v.Value.Text)}").ToList() is { Count: > 0 } values && isPure
                    ? $"at that moment {Say.List(values)}" : $"{Say.Line(step.Line)} tests its condition for {Say.Time(step.Visit)}",
                index.Source.IsInBody(step.Line, step.NextLine) ? "the condition holds, so the body is entered" : "the condition does not hold, so the body is skipped",
            ]);

    public static IEnumerable<Draft> BranchCount(TraceIndex index, IRandom random) =>
        from line in index.Steps.Where(s => index.Source.IsBranch(s.Line)).GroupBy(s => s.Line).Shuffled(random)
        let taken = line.Count(s => index.Source.IsInBody(line.Key, s.NextLine))
        where line.Count() > 2 && taken > 0 && taken < line.Count() && line.All(s => s.Completed)
        select new Draft(taken).Line(line.Key)
            .Steps([$"{Say.Line(line.Key)} tests its condition {Say.Times(line.Count())}", $"the condition holds {Say.Times(taken)}, and a line of the body runs next"]);

    private static IEnumerable<IGrouping<int, LineStep>> Repeated(TraceIndex index) =>
        index.Steps.GroupBy(s => s.Line).Where(g => g.Count() is > 1 and <= 200 && index.Source.IsSimple(g.Key));

    private static IEnumerable<int> Certain(TraceIndex index) => Enumerable.Range(1, index.Source.Count).Where(index.Source.IsCertain);

    private static bool IsCall(TraceIndex index, int frame) => index.CallOf(frame) is { Number: <= 12 } call && index.IsNameable(call.Function);

    private static Func<int, bool> IsWhole(TraceIndex index) => line => index.Source.IsSimple(line) || index.Source.IsLoop(line) || index.Source.IsBranch(line);

    private static bool Mentions(TraceIndex index, int line, string name) =>
        System.Text.RegularExpressions.Regex.IsMatch(index.Source[line], $@"(?<![\w$.]){System.Text.RegularExpressions.Regex.Escape(name)}(?![\w$(])");
}
