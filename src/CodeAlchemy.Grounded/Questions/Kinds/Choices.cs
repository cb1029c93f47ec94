using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>Seeded choices, and what is worth asking about.</summary>
internal static class Choices
{
    private const int LongestValue = 120;

    // The hundredth round of a loop asks for patience rather than understanding.
    private const int LatestVisit = 12;

    public static List<T> Shuffled<T>(this IEnumerable<T> items, IRandom random)
    {
        var list = items.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }

        return list;
    }

    /// <summary>
    /// Runs of lines in a seeded order, no line more often than twice and none late. The heads of loops that go through items are left out,
    /// since it is open whether they run once or once a round, and so are lines that are only part of a statement.
    /// </summary>
    public static IEnumerable<LineStep> Runs(TraceIndex index, IRandom random) =>
        index.Steps.Where(s => s.Visit <= LatestVisit).GroupBy(s => s.Line).Where(g => IsCountable(index, g.Key)).Shuffled(random)
            .SelectMany(g => g.Shuffled(random).Take(2));

    /// <summary>Whether a reader can tell when a line runs: it is a whole statement or a condition, and nothing else runs on it.</summary>
    public static bool IsCountable(TraceIndex index, int line) =>
        index.IsFirm(line) && !index.Source.HoldsFunction(line) && (index.Source.IsSimple(line) || index.Source.IsBranch(line) || index.Source.IsTest(line));

    /// <summary>Calls in a seeded order, none late, the main body left out.</summary>
    public static IEnumerable<CallInfo> Calls(TraceIndex index, IRandom random) =>
        index.Calls.Where(c => c.Number <= LatestVisit && index.IsNameable(c.Function)).Shuffled(random);

    public static bool IsName(string name) =>
        !name.StartsWith("__", StringComparison.Ordinal) && name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$');

    public static bool IsValue(TraceValue? value) =>
        value is not null && value.Text.Length <= LongestValue && Literals.IsPlain(value);

    /// <summary>Whether a value holds nothing: where a variable begins, not what becomes of it.</summary>
    public static bool IsEmpty(TraceValue value) => value.Text is "''" or "\"\"" or "[]" or "{}" or "()" or "None" or "null" or "undefined" or "nullptr" or "false" or "False" or "0";

    /// <summary>Whether the value of a variable at a moment has to be worked out: not given with the run, not spelled out in the source.</summary>
    public static bool IsWorkedOut(TraceIndex index, LineStep step, string name, TraceValue value)
    {
        if (!IsName(name) || !IsValue(value))
        {
            return false;
        }

        var changes = Histories.Of(index, step.Frame, name, step.Sequence);
        var given = index.CallOf(step.Frame) is { Depth: 0 } && changes is [{ IsEntry: true }];
        return !index.Bare.MayBeUnset(name, value, changes.Length > 1)
            && (changes.Length > 1 || !(given || IsEmpty(value) || index.Source.Spells(name, value.Text) || GivenValues.Holds(index.Study, value)));
    }
}
