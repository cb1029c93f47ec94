using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>What differs between two cases of one program.</summary>
internal static class PairQuestions
{
    private const int RarelyDifferent = 6;
    private const int MostTold = 8;

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
                .Steps(at == 0 ? Alike(first.Output) : [Told("first", first, at), Told("second", second, at)]);
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
        return from line in one.Concat(two).Distinct().Where(l => one.Contains(l) != two.Contains(l) && IsFirm(first, second, l)).Order().Shuffled(random)
               let run = one.Contains(line) ? "first" : "second"
               let other = run == "first" ? "second" : "first"
               select new Draft(run).Line(line).Steps(Only(run == "first" ? (first, second) : (second, first), run, other, line));
    }

    public static IEnumerable<Draft> MoreRuns(TraceIndex first, TraceIndex second, IRandom random)
    {
        var (one, two) = (first.Steps.CountBy(s => s.Line).ToDictionary(), second.Steps.CountBy(s => s.Line).ToDictionary());
        return from line in one.Keys.Where(l => two.ContainsKey(l) && one[l] != two[l] && IsFirm(first, second, l)).Order().Shuffled(random)
               select new Draft(one[line] > two[line] ? "first" : "second").Line(line)
                   .Steps([$"in the first run {Reasons.Spread(first, first.Steps.Where(s => s.Line == line))}", $"in the second run {Reasons.Spread(second, second.Steps.Where(s => s.Line == line))}"]);
    }

    public static IEnumerable<Draft> ExtraCalls(TraceIndex first, TraceIndex second, IRandom random) =>
        from function in first.Functions.Where(second.Functions.Contains).Order(StringComparer.Ordinal).Shuffled(random)
        let difference = second.CallsOf(function).Length - first.CallsOf(function).Length
        where difference != 0 && Math.Abs(difference) <= 100
        select new Draft(difference > 0 ? $"+{Say.Number(difference)}" : Say.Number(difference)).Function(function)
            .Steps([$"the first run calls {Say.Code(function)} {Say.Times(first.CallsOf(function).Length)}", $"the second run calls it {Say.Times(second.CallsOf(function).Length)}"]);

    private static IEnumerable<string> Alike(ImmutableArray<OutputLine> output) => output.Length > MostTold || output.Any(o => o.Text.Trim().Length == 0) ? []
        : output.Select(o => output.Length == 1 ? $"both runs write {Say.Code(o.Text)} and nothing else" : $"in both runs the {Ordinals.Of(o.Number)} line of output is {Say.Code(o.Text)}");

    // Why one run gets to the line and the other does not; nothing where that can't be told.
    private static IEnumerable<string> Only((TraceIndex Run, TraceIndex Other) pair, string run, string other, int line) =>
        LineReasons.Missed(pair.Other, line) is { IsEmpty: false } missed && LineReasons.Reached(pair.Run, line) is { IsEmpty: false } reached
            ? reached.Select(r => $"in the {run} run: {r}").Concat(missed.Select(m => $"in the {other} run: {m}")) : [];

    private static bool IsFirm(TraceIndex first, TraceIndex second, int line) => first.Source.IsSimple(line) && first.IsFirm(line) && second.IsFirm(line);

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
