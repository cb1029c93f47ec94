using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>What differs between two cases of one program.</summary>
internal static class PairQuestions
{
    private const int RarelyDifferent = 6;

    public static IEnumerable<Draft> SameOutput(TraceIndex first, TraceIndex second, IRandom random)
    {
        if (!first.Output.IsEmpty && !second.Output.IsEmpty && first.Study.Output!.Length + second.Study.Output!.Length < 4000)
        {
            var at = Differs(first, second);
            // Most pairs differ; asked about each time, the question would answer itself.
            if (at > 0 && random.Next(RarelyDifferent) > 0)
            {
                yield break;
            }

            yield return new Draft(at == 0 ? "yes" : "no")
                .Steps(at == 0 ? [$"both runs write the same {Say.Count(first.Output.Length, "line")}"] : [Told("first", first, at), Told("second", second, at)]);
        }
    }

    public static IEnumerable<Draft> FirstDifference(TraceIndex first, TraceIndex second, IRandom random)
    {
        var at = Differs(first, second);
        if (at > 1 && Math.Max(first.Output.Length, second.Output.Length) is > 2 and <= 40)
        {
            yield return new Draft(at).Steps([Told("first", first, at), Told("second", second, at)]);
        }
    }

    public static IEnumerable<Draft> OnlyOne(TraceIndex first, TraceIndex second, IRandom random)
    {
        var (one, two) = (first.Steps.Select(s => s.Line).ToHashSet(), second.Steps.Select(s => s.Line).ToHashSet());
        return from line in one.Concat(two).Distinct().Where(l => one.Contains(l) != two.Contains(l) && first.Source.IsSimple(l)).Order().Shuffled(random)
               let run = one.Contains(line) ? "first" : "second"
               let other = run == "first" ? "second" : "first"
               select new Draft(run).Line(line).Steps([$"the {run} run reaches {Say.Line(line)}", $"the {other} run never does"]);
    }

    public static IEnumerable<Draft> MoreRuns(TraceIndex first, TraceIndex second, IRandom random)
    {
        var (one, two) = (first.Steps.CountBy(s => s.Line).ToDictionary(), second.Steps.CountBy(s => s.Line).ToDictionary());
        return from line in one.Keys.Where(l => two.ContainsKey(l) && one[l] != two[l] && first.Source.IsSimple(l)).Order().Shuffled(random)
               select new Draft(one[line] > two[line] ? "first" : "second").Line(line)
                   .Steps([$"in the first run {Say.Line(line)} runs {Say.Times(one[line])}", $"in the second run it runs {Say.Times(two[line])}"]);
    }

    public static IEnumerable<Draft> ExtraCalls(TraceIndex first, TraceIndex second, IRandom random) =>
        from function in first.Functions.Where(second.Functions.Contains).Order(StringComparer.Ordinal).Shuffled(random)
        let difference = second.CallsOf(function).Length - first.CallsOf(function).Length
        where difference != 0 && Math.Abs(difference) <= 100
        select new Draft(difference > 0 ? $"+{Say.Number(difference)}" : Say.Number(difference)).Function(function)
            .Steps([$"the first run calls {Say.Code(function)} {Say.Times(first.CallsOf(function).Length)}", $"the second run calls it {Say.Times(second.CallsOf(function).Length)}"]);

    private static int Differs(TraceIndex first, TraceIndex second)
    {
        var (one, two) = (first.Output, second.Output);
        var at = Enumerable.Range(0, Math.Max(one.Length, two.Length)).FirstOrDefault(i => one.ElementAtOrDefault(i)?.Text != two.ElementAtOrDefault(i)?.Text, -1);
        return at + 1;
    }

    private static string Told(string which, TraceIndex index, int number) => index.Output.Length < number
        ? $"the {which} run has no {Ordinals.Of(number)} line of output"
        : index.Output[number - 1].Text.Length == 0 ? $"in the {which} run the {Ordinals.Of(number)} line of output is empty"
        : $"in the {which} run the {Ordinals.Of(number)} line of output is {Say.Code(index.Output[number - 1].Text)}";
}
