using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>Values of variables at a moment.</summary>
internal static class ValueQuestions
{
    public static IEnumerable<Draft> AtVisit(TraceIndex index, IRandom random) =>
        from step in Choices.Runs(index, random)
        from v in Before(index, step).Shuffled(random).Take(1)
        select new Draft(v.Value.Text).Line(step.Line).Visit(step.Visit).Variable(v.Key)
            .Steps(Reasons.Value(index, step, v.Key, $"so before {Say.Line(step.Line)} runs for {Say.Time(step.Visit)}, {Say.Code(v.Key)} is {Say.Code(v.Value.Text)}"));

    public static IEnumerable<Draft> AfterLine(TraceIndex index, IRandom random) =>
        from step in Choices.Runs(index, random)
        where step.Completed && index.Source.IsSimple(step.Line)
        from name in Changed(index, step).Where(n => IsTellingChange(index, step, n)).Shuffled(random).Take(1)
        select new Draft(step.After![name].Text).Line(step.Line).Visit(step.Visit).Variable(name)
            .Steps(Reasons.Value(index, step, name, $"{Say.Line(step.Line)}, run for {Say.Time(step.Visit)}, makes it {Say.Code(step.After[name].Text)}"));

    public static IEnumerable<Draft> BeforeAndAfter(TraceIndex index, IRandom random) =>
        from step in Choices.Runs(index, random)
        where step.Completed && index.Source.IsSimple(step.Line)
        from name in Changed(index, step).Where(n => step.Before.ContainsKey(n) && IsTellingChange(index, step, n) && Choices.IsValue(step.Before[n]) && !index.Bare.MayBeUnset(n, step.Before[n], changed: false)).Shuffled(random).Take(1)
        select new Draft($"{step.Before[name].Text} -> {step.After![name].Text}").Line(step.Line).Visit(step.Visit).Variable(name)
            .Steps(Reasons.Value(
                index,
                step,
                name,
                $"before {Say.Line(step.Line)} runs for {Say.Time(step.Visit)}, {Say.Code(name)} is {Say.Code(step.Before[name].Text)}",
                $"after it, {Say.Code(name)} is {Say.Code(step.After[name].Text)}"));

    public static IEnumerable<Draft> ChangedVariables(TraceIndex index, IRandom random) =>
        from step in Choices.Runs(index, random)
        // At the top level there is no function whose variables these would be.
        where step.Completed && index.Source.IsSimple(step.Line) && index.CallOf(step.Frame) is { Function: var function } && !function.StartsWith('<')
        let names = Changed(index, step).Where(Choices.IsName).ToList()
        where names.Count is > 1 and < 6 && names.All(n => Choices.IsValue(step.After!.GetValueOrDefault(n)) && !index.Bare.MayBeUnset(n, step.After![n], step.Before.ContainsKey(n)))
            // What gets the value that it had, or is no variable of the call, would have to be told apart by the reader.
            && !index.Source.AssignsOthers(step.Line, names)
        select new Draft(string.Join(", ", names)).Line(step.Line).Visit(step.Visit)
            .Steps(names.Select(n => step.Before.TryGetValue(n, out var old)
                ? $"{Say.Code(n)} goes from {Say.Code(old.Text)} to {Say.Code(step.After![n].Text)}"
                : $"{Say.Code(n)} is new and gets the value {Say.Code(step.After![n].Text)}"));

    public static IEnumerable<Draft> Last(TraceIndex index, IRandom random) =>
        from call in index.Calls.Where(c => c.Number <= 12 && index.IsNameable(c.Frame) && c.Left > 0).Shuffled(random)
        from name in index.EventsOf(call.Frame).SelectMany(e => e.Set).Select(v => v.Name).Distinct().Where(Choices.IsName).Shuffled(random)
        let changes = Histories.Of(index, call.Frame, name)
        where !index.Source.IsLoopCounter(name) && !Histories.ComesBack(index, call.Frame, name) && changes.Length > 2 && Choices.IsValue(changes[^1].Value) && !index.Bare.MayBeUnset(name, changes[^1].Value, changed: true)
        select new Draft(changes[^1].Value.Text).Variable(name).Within(index, call.Frame).Steps(Histories.Tell(name, changes));

    public static IEnumerable<Draft> SameObject(TraceIndex index, IRandom random) =>
        from step in Choices.Runs(index, random)
        let shared = step.Before.Where(v => v.Value.Alias > 0 && Choices.IsName(v.Key)).Shuffled(random)
        where shared.Count > 1
        let first = shared[0]
        let wanted = random.Next(2) == 0
        from second in shared.Skip(1).Where(v => (v.Value.Alias == first.Value.Alias) == wanted && v.Value.Type == first.Value.Type).Take(1)
        select new Draft(wanted ? "yes" : "no").Line(step.Line).Visit(step.Visit).Variable(first.Key).Variable(second.Key, "other");

    private static IEnumerable<KeyValuePair<string, TraceValue>> Before(TraceIndex index, LineStep step) =>
        step.Before.Where(v => Choices.IsWorkedOut(index, step, v.Key, v.Value));

    /// <summary>Variables whose value differs after a line, new ones included, by name.</summary>
    public static IEnumerable<string> Changed(TraceIndex index, LineStep step) =>
        step.After!.Where(v => !(step.NextLine > 0 && Histories.IsSteppedAt(index, step.NextLine, step.Line, v.Key)) && (!step.Before.TryGetValue(v.Key, out var old) || old.Text != v.Value.Text)).Select(v => v.Key);

    private static bool IsTellingChange(TraceIndex index, LineStep step, string name) =>
        Choices.IsName(name) && Choices.IsValue(step.After![name]) && (step.Before.ContainsKey(name) || !Choices.IsEmpty(step.After[name])) && !index.Source.Holds(step.Line, "=" + step.After[name].Text)
        && !index.Bare.MayBeUnset(name, step.After[name], step.Before.ContainsKey(name)) && (step.Before.ContainsKey(name) || !GivenValues.Holds(index.Study, step.After[name]));
}
