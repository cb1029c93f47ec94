using System.Collections.Immutable;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>Why a line runs or never does, as far as the lines around it tell.</summary>
internal static class LineReasons
{
    private const int MostCalls = 3;

    /// <summary>How control first gets to a line; nothing where it is the first of its call.</summary>
    public static ImmutableArray<string> Reached(TraceIndex index, int line)
    {
        var runs = index.Steps.Where(s => s.Line == line).ToList();
        var first = runs[0];
        return index.IsNameable(first.Frame) && index.Steps.LastOrDefault(s => s.Frame == first.Frame && s.Sequence < first.Sequence) is { Completed: true } before
            ?
            [
                $"{Say.Within(index, first.Frame)}, control goes on from {Say.Line(before.Line)} to {Say.Line(line)}{Because(index, before)}",
                $"{Say.Line(line)} runs {Say.Times(runs.Count)} in the whole run",
            ]
            : [];
    }

    /// <summary>What keeps control away from a line that never runs; nothing where that can't be told in a sentence or two.</summary>
    public static ImmutableArray<string> Missed(TraceIndex index, int line)
    {
        var runs = index.Steps.ToLookup(s => s.Line);
        for (var (inner, head) = (line, index.Source.HeadOf(line)); head > 0; (inner, head) = (head, index.Source.HeadOf(head)))
        {
            if (!index.Source.IsElse(head) && !index.Source.IsBranch(head) && !index.Source.IsLoop(head))
            {
                return Ended(index, line, head);
            }

            var guard = index.Source.IsElse(head) ? index.Source.BranchBefore(head) : head;
            if (guard > 0 && runs[guard].Any())
            {
                return Guarded(index, guard, inner, [.. runs[guard]], wanted: guard == head);
            }
        }

        return [];
    }

    private static ImmutableArray<string> Guarded(TraceIndex index, int guard, int inner, ImmutableArray<LineStep> runs, bool wanted)
    {
        var into = runs.Count(r => index.Source.IsInBody(guard, r.NextLine));
        if (!runs.All(r => r is { Completed: true, NextLine: > 0 }) || !(index.Source.IsBranch(guard) || index.Source.IsLoop(guard)) || into != (wanted ? 0 : runs.Length))
        {
            return [];
        }

        var (what, how) = (index.Source.IsLoop(guard) ? "loop" : "condition", runs.Length == 1 ? "once" : Say.Times(runs.Length));
        return
        [
            $"{Say.Line(guard)} runs {how}",
            what == "loop" ? "each time control goes past the loop without entering its body"
                : wanted ? $"its condition does not hold{Ever(runs.Length)}, so {Say.Line(inner)} is not reached from there"
                : $"its condition holds{Each(runs.Length)}, so the other branch, with {Say.Line(inner)}, is not taken",
        ];
    }

    // The line stands directly in a function whose calls all end above it.
    private static ImmutableArray<string> Ended(TraceIndex index, int line, int head)
    {
        // The body of a module begins on line 1 as well, whatever is declared there.
        var calls = index.Calls.Where(c => c.InMainFile && c.Left > 0 && char.IsLetter(c.Function.FirstOrDefault('<')) && index.IsNameable(c.Frame) && (c.Line == head || index.Source.HeadOf(c.Line) == head)).ToList();
        var last = calls.Select(c => index.Steps.LastOrDefault(s => s.Frame == c.Frame)?.Line ?? 0).ToList();
        return calls.Count is > 0 and <= MostCalls && last.All(l => l > head && l < line)
            ? [.. calls.Select((c, i) => $"{(TraceIndex.IsMain(c) ? Say.Code(c.Function) : Say.Call(index, c))} ends on {Say.Line(last[i])}, above {Say.Line(line)}")]
            : [];
    }

    private static string Because(TraceIndex index, LineStep before) =>
        !index.Source.IsBranch(before.Line) ? ""
        : index.Source.IsInBody(before.Line, before.NextLine) ? ", since the condition holds" : ", since the condition does not hold";

    private static string Ever(int times) => times == 1 ? "" : " in any of these runs";

    private static string Each(int times) => times == 1 ? "" : " in each of these runs";
}
