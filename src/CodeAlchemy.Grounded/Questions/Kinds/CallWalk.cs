using System.Collections.Immutable;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>A call gone through line by line, with what every line does. Pure.</summary>
public static class CallWalk
{
    private const int LongestValue = 60;

    /// <summary>Calls that can be gone through, in a seeded order: short ones whose lines do something that can be told.</summary>
    /// <param name="index">The trace.</param>
    /// <param name="random">Chooses the order.</param>
    /// <param name="least">Fewest lines that run.</param>
    /// <param name="most">Most lines that run.</param>
    public static IEnumerable<CallInfo> Candidates(TraceIndex index, Abstractions.IRandom random, int least, int most)
    {
        ArgumentNullException.ThrowIfNull(index);
        var lengths = index.Steps.CountBy(s => s.Frame).ToDictionary();
        return index.IsSequential
            ? Choices.Calls(index, random).Where(c => c is { Left: > 0, Unwound: false } && lengths.GetValueOrDefault(c.Frame) is var length && length >= least && length <= most && !IsStepHidden(index, c))
            : [];
    }

    /// <summary>The lines of a call in order, each with clauses that say what it does; a line without any tells nothing more than that it runs.</summary>
    public static ImmutableArray<(int Line, ImmutableArray<string> Notes)> Of(TraceIndex index, CallInfo call)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(call);
        var steps = index.Steps.Where(s => s.Frame == call.Frame).ToList();
        return [.. steps.Select((step, i) => (step.Line, Notes(index, step, i == 0 ? null : steps[i - 1], i + 1 < steps.Count ? steps[i + 1].Sequence : call.Left)))];
    }

    // In JavaScript and TypeScript the head of a counting loop is seen before its step, so what the step makes is told by no line.
    private static bool IsStepHidden(TraceIndex index, CallInfo call) => index.Study.Source.Language is "javascript" or "typescript"
        && index.Steps.Where(s => s.Frame == call.Frame && index.Source.IsCounting(s.Line)).CountBy(s => s.Line).Any(line => line.Value > 1);

    private static ImmutableArray<string> Notes(TraceIndex index, LineStep step, LineStep? before, int until) =>
    [
        .. Stepped(index, step, before).Concat(Calls(index, step, until)).Concat(Changes(index, step)).Concat(Decision(index, step)),
    ];

    // The step of a counting loop is seen when its line is about to run again.
    private static IEnumerable<string> Stepped(TraceIndex index, LineStep step, LineStep? before) =>
        before is null ? [] : step.Before
            .Where(v => Histories.IsSteppedAt(index, step.Line, before.Line, v.Key) && IsTold(v.Key, v.Value) && before.Before.TryGetValue(v.Key, out var old) && old.Text != v.Value.Text)
            .Select(v => $"{Say.Code(v.Key)} is now {Say.Code(v.Value.Text)}");

    private static IEnumerable<string> Calls(TraceIndex index, LineStep step, int until) =>
        index.Calls.Where(c => c.Caller == step.Frame && c.Entered > step.Sequence && c.Entered < until && index.IsNameable(c.Function)).Take(2)
            .Select(c => Choices.IsValue(c.Returned) && c.Returned!.Text.Length <= LongestValue && c.Returned.Text is not ("None" or "undefined" or "void")
                ? $"it calls {Say.Code(c.Function)} (result {Say.Code(c.Returned.Text)})" : $"it calls {Say.Code(c.Function)}");

    private static IEnumerable<string> Changes(TraceIndex index, LineStep step) => step is not { Completed: true, After: { } after } ? [] :
        ValueQuestions.Changed(index, step).Where(n => IsTold(n, after[n]) && !(step.Before.ContainsKey(n) && index.Source.StepsIn(step.Line, n))).Take(3)
            .Select(n => step.Before.TryGetValue(n, out var old) && IsTold(n, old)
                ? $"{Say.Code(n)} goes from {Say.Code(old.Text)} to {Say.Code(after[n].Text)}" : $"{Say.Code(n)} becomes {Say.Code(after[n].Text)}");

    private static IEnumerable<string> Decision(TraceIndex index, LineStep step)
    {
        if (step is { Completed: true, NextLine: > 0 } && index.Source.IsBranch(step.Line))
        {
            yield return index.Source.IsInBody(step.Line, step.NextLine) ? "the condition holds" : "the condition does not hold";
        }
        else if (step is { Completed: true, NextLine: > 0 } && index.Source.IsLoop(step.Line))
        {
            yield return index.Source.IsInBody(step.Line, step.NextLine) ? "the loop goes into its body" : "the loop is over";
        }
        else if (step is { Completed: true, NextLine: 0, Next: Abstractions.Tracing.TraceEventKind.Return } && index.Source.IsLoop(step.Line))
        {
            yield return "the loop is over";
        }
    }

    private static bool IsTold(string name, Abstractions.Tracing.TraceValue value) => Choices.IsName(name) && Choices.IsValue(value) && value.Text.Length <= LongestValue;
}
