using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>Exceptions, and how the program ends.</summary>
internal static class EndQuestions
{
    private static readonly string[] ControlFlow =
        ["StopIteration", "StopAsyncIteration", "GeneratorExit", "SystemExit", "KeyboardInterrupt"];

    public static IEnumerable<Draft> ExitStatus(TraceIndex index, IRandom random)
    {
        var end = index.Study.Trace.End;
        if (end is { ExitCode: { } code and not 0, Status: ExecutionStatus.Ok or ExecutionStatus.Error })
        {
            yield return new Draft(code);
        }
    }

    public static IEnumerable<Draft> Type(TraceIndex index, IRandom random) =>
        from e in Raised(index).Take(1)
        select new Draft(e.Type).Steps(Tell(index, e));

    public static IEnumerable<Draft> RaisedLine(TraceIndex index, IRandom random) =>
        from e in Raised(index).Take(1)
        select new Draft(e.Line).Slot("type", Say.Code(e.Type)).Fact("type", e.Type).Steps(Tell(index, e));

    public static IEnumerable<Draft> CaughtLine(TraceIndex index, IRandom random) =>
        from e in Raised(index).Take(1)
        where e.CaughtLine > 0
        select new Draft(e.CaughtLine).Slot("type", Say.Code(e.Type)).Fact("type", e.Type).Line(e.Line).Steps(Tell(index, e));

    public static IEnumerable<Draft> IsCaught(TraceIndex index, IRandom random) =>
        from e in Raised(index).Take(1)
        select new Draft(e.CaughtLine > 0 ? "yes" : "no").Slot("type", Say.Code(e.Type)).Fact("type", e.Type).Line(e.Line).Steps(Tell(index, e));

    public static IEnumerable<Draft> Count(TraceIndex index, IRandom random)
    {
        var all = Raised(index).ToList();
        if (all.Count is > 1 and <= 20)
        {
            yield return new Draft(all.Count).Steps(all.Select(e => $"{Say.Line(e.Line)} raises {Say.Code(e.Type)}"));
        }
    }

    public static IEnumerable<Draft> Message(TraceIndex index, IRandom random) =>
        from e in Raised(index).Take(1)
        where e.Message is { Length: > 3 and <= 120 } message && !message.Any(char.IsControl) && !message.Contains('…', StringComparison.Ordinal) && !index.Source.Mentions(message)
        select new Draft(e.Message!).Slot("type", Say.Code(e.Type)).Fact("type", e.Type)
            .Steps(Tell(index, e));

    private static IEnumerable<RaisedException> Raised(TraceIndex index)
    {
        var all = TraceAnswers.Exceptions(index.Study.Replay);
        return all.All(e => e.Line > 0 && e.Line <= index.Source.Count) ? all.Where(e => !ControlFlow.Contains(e.Type)) : [];
    }

    private static IEnumerable<string> Tell(TraceIndex index, RaisedException e) => Reasons.Raised(index, e) is { Count: > 0 } reasons
        ?
        [
            .. reasons,
            $"{Say.Line(e.Line)} raises {Say.Code(e.Type)}",
            e.CaughtLine > 0 ? $"{Say.Line(e.CaughtLine)} catches it" : "nothing catches it",
        ]
        : [];
}
