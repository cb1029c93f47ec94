using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>
/// What leads to an answer, in clauses. Where the trace holds no more than the answer itself there are none: a list that says the answer
/// twice explains nothing.
/// </summary>
internal static class Reasons
{
    private const int LongestValue = 60;
    private const int ShortCall = 3;
    private const int MostCallers = 5;

    /// <summary>How a variable came to its value before a line runs, and in which call that run of the line is.</summary>
    /// <param name="index">The trace.</param>
    /// <param name="step">The run of the line.</param>
    /// <param name="name">The variable.</param>
    /// <param name="conclusion">What follows.</param>
    public static IEnumerable<string> Value(TraceIndex index, LineStep step, string name, params IEnumerable<string> conclusion)
    {
        var told = Histories.ComesBack(index, step.Frame, name) ? [] : Histories.Tell(name, Histories.Of(index, step.Frame, name, step.Sequence)).ToList();
        return told.Count == 0 ? [] : Place(index, step) is { } place ? [.. place, .. told, .. conclusion] : [];
    }

    /// <summary>How often a line runs, and in which calls.</summary>
    public static string Spread(TraceIndex index, IEnumerable<LineStep> runs)
    {
        var all = runs.ToList();
        var frames = all.Select(s => s.Frame).Distinct().ToList();
        var often = $"{Say.Line(all[0].Line)} runs {Say.Times(all.Count)}";
        return !frames.All(index.IsNameable) ? often
            : frames.Count == 1 ? $"{often}, {Say.Within(index, frames[0])}"
            : $"{often}, {(frames.Count == all.Count ? "once in each of" : "in")} {Say.Number(frames.Count)} calls of {Say.Code(index.CallOf(frames[0])!.Function)}";
    }

    /// <summary>The values that a condition tests, each as <c>`x` is `3`</c>; none where it sets what it tests, or tests one that can't be told.</summary>
    public static List<string> Tested(TraceIndex index, LineStep step)
    {
        var tested = step.Before.Where(v => index.Source.UsesAlone(step.Line, v.Key)).ToList();
        return tested.All(v => IsShort(index, v.Key, v.Value) && (step.After?.GetValueOrDefault(v.Key) is not { } after || after.Text == v.Value.Text))
            ? [.. tested.Select(v => $"{Say.Code(v.Key)} is {Say.Code(v.Value.Text)}")] : [];
    }

    /// <summary>What a call returns, and what it makes that of: what it is given, what becomes of the variables that the line returns, what it calls there.</summary>
    public static IEnumerable<string> Returned(TraceIndex index, CallInfo call)
    {
        var entry = Entry(index, call).ToList();
        var made = Made(index, call);
        return call.LeftLine == 0 || !Choices.IsValue(call.Returned) || made is null
            || (made.Count == 0 && (entry.Count == 0 || index.Steps.Count(s => s.Frame == call.Frame) > ShortCall)) ? []
            : [.. entry, .. made, $"{Say.Line(call.LeftLine)} ends the call and returns {Say.Code(call.Returned!.Text)}"];
    }

    /// <summary>Where the arguments of a call come from: the line that makes it and what its variables hold then.</summary>
    public static IEnumerable<string> Passed(TraceIndex index, CallInfo call, IReadOnlyList<TraceVariable> arguments)
    {
        var maker = index.Steps.LastOrDefault(s => s.Frame == call.Caller && s.Sequence < call.Entered);
        var known = maker is null || maker.Line != call.Site || !index.Source.IsOneLine(call.Site) || index.Source.IsCounting(call.Site) || !index.IsNameable(call.Caller) ? []
            : maker.Before.Where(v => index.Source.UsesAlone(call.Site, v.Key) && IsShort(index, v.Key, v.Value)).Select(v => $"{Say.Code(v.Key)} is {Say.Code(v.Value.Text)}").ToList();
        return known.Count == 0 ? [] :
        [
            $"the call is made on {Say.Line(call.Site)}, {Say.Within(index, call.Caller)}",
            $"at that moment {Say.List(known)}",
            .. arguments.Select(a => $"the call gets {Say.Code(a.Value.Text)} as {Say.Code(a.Name)}"),
        ];
    }

    /// <summary>How control comes to the line that raises an exception.</summary>
    public static List<string> Raised(TraceIndex index, RaisedException exception)
    {
        var e = index.Study.Trace.Events.FirstOrDefault(e => e.Kind == TraceEventKind.Exception && e.Line == exception.Line && e.Exception!.Type == exception.Type);
        var told = new List<string>();
        for (var call = e is null ? null : index.CallOf(e.Frame); call is { Caller: > 0, Site: > 0 } && told.Count < MostCallers; call = index.CallOf(call.Caller))
        {
            if (!index.IsNameable(call.Frame) || !index.IsNameable(call.Caller))
            {
                break;
            }

            told.Insert(0, $"{Say.Code(call.Function)} is called on {Say.Line(call.Site)}, {Say.Within(index, call.Caller)}");
        }

        var before = e is null ? null : index.Steps.Where(s => s.Frame == e.Frame && s.Sequence < e.Sequence).TakeLast(2).ToList() is [{ Completed: true } test, var last] && last.Line == e.Line ? test : null;
        if (before is not null && index.Source.IsBranch(before.Line) && Tested(index, before) is { Count: > 0 } values)
        {
            told.Add($"on {Say.Line(before.Line)} {Say.List(values)}, so the condition {(index.Source.IsInBody(before.Line, before.NextLine) ? "holds" : "does not hold")}");
        }

        return told;
    }

    /// <summary>With what a call begins.</summary>
    public static IEnumerable<string> Entry(TraceIndex index, CallInfo call)
    {
        var known = call.Parameters.Where(p => IsShort(index, p.Name, p.Value)).Select(p => Say.Code($"{p.Name} = {p.Value.Text}")).ToList();
        return known.Count == 0 ? [] : [$"the call begins with {Say.List(known)}"];
    }

    // Where several calls run the line, the history of a variable belongs to one of them.
    private static string[]? Place(TraceIndex index, LineStep step)
    {
        var runs = index.Steps.Where(s => s.Line == step.Line && s.Sequence <= step.Sequence).ToList();
        var own = runs.Count(s => s.Frame == step.Frame);
        return own == runs.Count && index.Calls.Count(c => c.Function == index.CallOf(step.Frame)?.Function) == 1 ? []
            : !index.IsNameable(step.Frame) ? null
            : [$"the {Ordinals.Of(step.Visit)} run of {Say.Line(step.Line)} is the {Ordinals.Of(own)} one {Say.Within(index, step.Frame)}"];
    }

    // Nothing where the line uses a variable that can't be told.
    private static List<string>? Made(TraceIndex index, CallInfo call)
    {
        var told = new List<(int Sequence, string Text)>();
        foreach (var name in index.EventsOf(call.Frame).SelectMany(e => e.Set).Select(v => v.Name).Distinct().Where(n => index.Source.UsesAlone(call.LeftLine, n)).Order(StringComparer.Ordinal))
        {
            var changes = Histories.Of(index, call.Frame, name);
            if (!Choices.IsName(name) || changes.IsEmpty || !changes.All(c => Choices.IsValue(c.Value)))
            {
                return null;
            }

            told.AddRange(changes.Zip(Histories.Tell(name, changes), (change, text) => (change.Sequence, text)).Skip(changes[0].IsEntry ? 1 : 0));
        }

        told.AddRange(index.Calls.Where(c => c.Caller == call.Frame && c.Site == call.LeftLine && index.IsNameable(c.Function) && Choices.IsValue(c.Returned))
            .Select(c => (c.Entered, $"{Say.Line(c.Site)} calls {Say.Code(c.Function)}, which returns {Say.Code(c.Returned!.Text)}")));
        return [.. told.OrderBy(t => t.Sequence).Select(t => t.Text)];
    }

    private static bool IsShort(TraceIndex index, string name, TraceValue value) =>
        Choices.IsName(name) && Choices.IsValue(value) && value.Text.Length <= LongestValue && !index.Bare.MayBeUnset(name, value, changed: false);
}
