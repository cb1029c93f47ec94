using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>Parts of lists, maps and the like at a moment.</summary>
internal static class CollectionQuestions
{
    public static IEnumerable<Draft> Element(TraceIndex index, IRandom random) =>
        from c in Collections(index, random)
        where ValueItems.IsIndexed(c.Value) && c.Items.Length > 2
        let at = random.Next(c.Items.Length)
        where c.Items[at].Length is > 0 and <= 80
        select new Draft(c.Items[at]).Line(c.Step.Line).Visit(c.Step.Visit)
            .Slot("element", Say.Code($"{c.Name}[{Say.Number(at)}]")).Fact("variable", c.Name).Fact("index", at)
            .Steps(Reasons.Value(index, c.Step, c.Name, $"item {Say.Number(at)}, counted from 0, is {Say.Code(c.Items[at])}"));

    public static IEnumerable<Draft> Size(TraceIndex index, IRandom random) =>
        from c in Collections(index, random)
        where c.Items.Length > 2 && Histories.Of(index, c.Step.Frame, c.Name, c.Step.Sequence).Select(h => ValueItems.Of(h.Value) is { IsDefault: false } items ? items.Length : 0).Distinct().Count() > 1
        select new Draft(c.Items.Length).Line(c.Step.Line).Visit(c.Step.Visit).Variable(c.Name).Steps(Reasons.Value(index, c.Step, c.Name, $"so before {Say.Line(c.Step.Line)} runs for {Say.Time(c.Step.Visit)}, {Say.Code(c.Name)} holds {Say.Count(c.Items.Length, "element")}"));

    public static IEnumerable<Draft> LargestSize(TraceIndex index, IRandom random) =>
        from call in index.Calls.Where(c => c.Number <= 12 && index.IsNameable(c.Frame) && c.Left > 0).Shuffled(random)
        from name in index.EventsOf(call.Frame).SelectMany(e => e.Set).Select(v => v.Name).Distinct().Where(Choices.IsName).Shuffled(random)
        let changes = Histories.Of(index, call.Frame, name)
        where changes.Length is > 3 and <= Draft.MostSteps && !index.Bare.MayBeUnset(name, changes[^1].Value, changed: true) && changes.All(c => !ValueItems.Of(c.Value).IsDefault)
        let sizes = changes.Select(c => ValueItems.Of(c.Value).Length).ToList()
        where sizes.Max() > 1 && sizes.Max() > sizes[^1] && sizes.Max() > sizes[0]
        select new Draft(sizes.Max()).Variable(name).Within(index, call.Frame)
            .Steps(Histories.Tell(name, changes).Zip(sizes, (told, size) => $"{told}, {Say.Count(size, "element")}"));

    // An array of fixed size, or a collection that only ever had one value, has its size in the source.
    private static IEnumerable<(LineStep Step, string Name, TraceValue Value, ImmutableArray<string> Items)> Collections(TraceIndex index, IRandom random) =>
        from step in Choices.Runs(index, random)
        from v in step.Before.Where(v => Choices.IsName(v.Key) && Choices.IsValue(v.Value)).Shuffled(random).Take(3)
        let items = ValueItems.Of(v.Value)
        where !items.IsDefault && !index.Bare.MayBeUnset(v.Key, v.Value, changed: true) && Histories.Of(index, step.Frame, v.Key, step.Sequence).Length > 1
        select (step, v.Key, v.Value, items);
}
