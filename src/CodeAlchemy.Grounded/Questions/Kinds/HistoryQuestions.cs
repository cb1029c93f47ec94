using System.Collections.Immutable;
using System.Globalization;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>What becomes of one variable over a call.</summary>
internal static class HistoryQuestions
{
    private const int MostValues = 12;

    public static IEnumerable<Draft> ChangeCount(TraceIndex index, IRandom random) =>
        from h in Own(index, random)
        where h.Changes.Length is > 2 and <= 40
        select new Draft(h.Changes.Length - 1).Variable(h.Name).Within(index, h.Frame).Steps(Histories.Tell(h.Name, h.Changes));

    public static IEnumerable<Draft> Sequence(TraceIndex index, IRandom random) =>
        from h in Own(index, random)
        where h.Changes.Length is > 2 and <= MostValues
        select new Draft(string.Join(" -> ", h.Changes.Select(c => c.Value.Text))).Variable(h.Name).Within(index, h.Frame)
            .Steps(Histories.Tell(h.Name, h.Changes));

    public static IEnumerable<Draft> FirstReach(TraceIndex index, IRandom random) =>
        from h in Own(index, random)
        where h.Changes.Length > 2
        let at = 2 + random.Next(Math.Min(h.Changes.Length, MostValues) - 2)
        let change = h.Changes[at]
        where !change.IsEntry && index.Source.IsOneLine(change.Line) && h.Changes.Select(c => c.Line).Distinct().Count() > 2
            && h.Changes.Take(at).All(c => c.Value.Text != change.Value.Text)
        select new Draft(change.Line).Variable(h.Name).Within(index, h.Frame)
            .Slot("value", Say.Code(change.Value.Text)).Fact("value", change.Value.Text)
            .Steps(Histories.Tell(h.Name, h.Changes.Take(at + 1)));

    public static IEnumerable<Draft> Largest(TraceIndex index, IRandom random) => Extreme(index, random, largest: true);

    public static IEnumerable<Draft> Smallest(TraceIndex index, IRandom random) => Extreme(index, random, largest: false);

    public static IEnumerable<Draft> VisitWithValue(TraceIndex index, IRandom random) =>
        from line in index.Steps.GroupBy(s => s.Line).Where(g => g.Count() > 2 && Choices.IsCountable(index, g.Key)).Shuffled(random)
        let runs = line.Take(MostValues).ToList()
        let step = runs[1 + random.Next(runs.Count - 1)]
        from v in step.Before.Where(v => Choices.IsName(v.Key) && Histories.IsScalar(v.Value)).Shuffled(random)
        where step.Visit > 2
            && runs.All(r => r.Before.ContainsKey(v.Key)) && runs.Take(step.Visit - 1).All(r => r.Before[v.Key].Text != v.Value.Text)
            && !IsCounter(runs.Select(r => r.Before[v.Key].Text))
        select new Draft(step.Visit).Line(step.Line).Variable(v.Key).Slot("value", Say.Code(v.Value.Text)).Fact("value", v.Value.Text)
            .Steps(runs.Take(step.Visit).Select(r => $"run {Say.Number(r.Visit)} of {Say.Line(r.Line)}: {Say.Code(v.Key)} is {Say.Code(r.Before[v.Key].Text)}"));

    private static IEnumerable<Draft> Extreme(TraceIndex index, IRandom random, bool largest) =>
        from h in Own(index, random)
        where h.Changes.Length is > 3 and <= Draft.MostSteps && h.Changes.All(c => IsNumber(c.Value.Text))
        let numbers = h.Changes.Select(c => decimal.Parse(c.Value.Text, NumberStyles.Float, CultureInfo.InvariantCulture)).ToList()
        let wanted = largest ? numbers.Max() : numbers.Min()
        let at = numbers.IndexOf(wanted)
        // At either end of the run it would be one more question for the first or the last value.
        where at > 0 && at < numbers.Count - 1
        select new Draft(h.Changes[at].Value.Text).Variable(h.Name).Within(index, h.Frame).Steps(Histories.Tell(h.Name, h.Changes));

    private static IEnumerable<(int Frame, string Name, ImmutableArray<ValueChange> Changes)> Own(TraceIndex index, IRandom random) =>
        from call in index.Calls.Where(c => c.Number <= MostValues && index.IsNameable(c.Frame) && c.Left > 0).Shuffled(random)
        from own in Histories.OwnScalars(index, call.Frame).Shuffled(random)
        where !own.Changes.Any(c => index.Bare.MayBeUnset(own.Name, c.Value, c != own.Changes[0]))
        select (call.Frame, own.Name, own.Changes);

    // A variable that counts the runs gives the number of the run away.
    private static bool IsCounter(IEnumerable<string> values)
    {
        var numbers = values.Select(v => int.TryParse(v, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : (int?)null).ToList();
        return numbers.Zip(numbers.Skip(1)).All(p => p.First is { } a && p.Second is { } b && b == a + 1);
    }

    private static bool IsNumber(string text) => text.Length < 20 && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
