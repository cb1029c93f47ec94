using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>How the variables of a frame came to their values.</summary>
internal static class Histories
{
    /// <summary>The values of a variable of a frame in order, each with the line that made it, up to an event.</summary>
    public static ImmutableArray<ValueChange> Of(TraceIndex index, int frame, string name, int until = int.MaxValue)
    {
        var changes = ImmutableArray.CreateBuilder<ValueChange>();
        TraceEvent? before = null;
        foreach (var e in index.EventsOf(frame).TakeWhile(e => e.Sequence <= until))
        {
            // A name that went away and came back, such as that of a loop's own variable, is a new variable.
            if (!e.Deleted.IsDefaultOrEmpty && e.Deleted.Contains(name) && EndsBefore(index, frame, name, e.Sequence, until))
            {
                changes.Clear();
            }

            foreach (var variable in e.Set.Where(v => v.Name == name))
            {
                if (changes.Count == 0 || changes[^1].Value.Text != variable.Value.Text)
                {
                    var made = Maker(index, before, e, name);
                    var change = new ValueChange(made, variable.Value, e.Sequence, changes.Count > 0 && IsMadeInside(index, made, changes[^1].Value, variable.Value, name, before, e));
                    // A declaration without a value, which runs no code: what the memory happens to hold was set by no line.
                    if (changes.Count > 0 || IsSetBy(index, change, name))
                    {
                        changes.Add(change);
                    }
                }
            }

            before = e;
        }

        return changes.ToImmutable();
    }

    /// <summary>The changes in words.</summary>
    public static IEnumerable<string> Tell(string name, IEnumerable<ValueChange> changes) => changes.Select((c, i) =>
        c.IsEntry ? $"{Say.Code(name)} comes in as {Say.Code(c.Value.Text)}"
        : i == 0 ? $"{Say.Line(c.Line)} sets {Say.Code(name)} to {Say.Code(c.Value.Text)}"
        : $"{(c.ByCall ? $"the call on {Say.Line(c.Line)}" : Say.Line(c.Line))} changes {Say.Code(name)} to {Say.Code(c.Value.Text)}");

    /// <summary>The variables of a frame whose values only its own lines change, with their values in order.</summary>
    public static IEnumerable<(string Name, ImmutableArray<ValueChange> Changes)> OwnScalars(TraceIndex index, int frame)
    {
        var names = index.EventsOf(frame).SelectMany(e => e.Set).Select(v => v.Name).Distinct().Where(Choices.IsName).ToList();
        foreach (var name in names.Where(n => !index.Source.IsLoopCounter(n) && !IsShared(index, frame, n) && !ComesBack(index, frame, n)))
        {
            var changes = Of(index, frame, name);
            if (changes.All(c => IsScalar(c.Value)))
            {
                yield return (name, changes);
            }
        }
    }

    public static bool IsScalar(TraceValue value) => Choices.IsValue(value) && value.Text.IndexOfAny(['[', '{', '(']) < 0;

    // The step of a counting loop runs between the last line of the body and the loop's own line, to which it belongs.
    private static int Maker(TraceIndex index, TraceEvent? before, TraceEvent e, string name) =>
        before is null or { Kind: TraceEventKind.Call } ? 0
        : e.Kind == TraceEventKind.Line && IsSteppedAt(index, e.Line, before.Line, name) ? e.Line : before.Line;

    // A collection that was handed to another function and changed there: the line only makes the call.
    private static bool IsMadeInside(TraceIndex index, int line, TraceValue old, TraceValue now, string name, TraceEvent? before, TraceEvent e) =>
        before is not null && !IsScalar(now) && !index.Source.Assigns(line, name)
        && index.Calls.Any(c => c.Entered > before.Sequence && c.Entered < e.Sequence && c.Parameters.Any(p => p.Value.Text == old.Text
            && index.EventsOf(c.Frame).Any(inner => inner.Sequence < e.Sequence && inner.Set.Any(v => v.Name == p.Name && v.Value.Text == now.Text))));

    // Some tracers see the next item of a range when the loop's own line is about to run.
    public static bool IsSteppedAt(TraceIndex index, int head, int before, string name) =>
        index.Source.StepsIn(head, name) || (index.Source.RangesOver(head, name) && head != before && !index.Source.Assigns(before, name));

    private static bool IsSetBy(TraceIndex index, ValueChange change, string name) =>
        change.IsEntry || !index.Source.IsOneLine(change.Line) || index.Source.Uses(change.Line, name);

    private static bool EndsBefore(TraceIndex index, int frame, string name, int after, int until) =>
        index.EventsOf(frame).Any(e => e.Sequence >= after && e.Sequence <= until && e.Set.Any(v => v.Name == name));

    /// <summary>Whether a name goes away and comes back as a new variable, so that its history is that of one round only.</summary>
    public static bool ComesBack(TraceIndex index, int frame, string name) => index.EventsOf(frame)
        .SkipWhile(e => e.Deleted.IsDefaultOrEmpty || !e.Deleted.Contains(name)).Any(e => e.Set.Any(v => v.Name == name));

    // A variable that a function inside this one sets too may change there without this frame running a line.
    private static bool IsShared(TraceIndex index, int frame, string name)
    {
        var own = index.CallOf(frame)!;
        return index.Source.SharesVariables || index.SettersOf(name).Any(other => other.Function != own.Function && IsInside(index, other, own));
    }

    private static bool IsInside(TraceIndex index, CallInfo inner, CallInfo outer) =>
        outer.Function.StartsWith('<') || (inner.Line > outer.Line && index.Source.Indent(inner.Line) > index.Source.Indent(outer.Line));
}
