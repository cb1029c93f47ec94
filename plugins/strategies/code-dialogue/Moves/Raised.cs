using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>An exception of a run: what, where, with which values, through which calls, and what becomes of it.</summary>
internal sealed class Raised : IMove
{
    private const int MostOpenCalls = 8;

    public string Name => "raised";

    public TraceTrust Needs => TraceTrust.Exceptions | TraceTrust.Lines;

    public Turn? Play(Scene scene)
    {
        var study = scene.Run;
        var index = TraceIndex.Of(study);
        var events = study.Trace.Events.Where(e => e.Kind == TraceEventKind.Exception).ToList();
        if (!index.IsSequential || events.FirstOrDefault() is not { File: null, Exception: { } exception, Line: > 0 } raised
            || Failure.IsControlFlow(exception) || raised.Line > index.Source.Count || scene.Memory.Has(Keys.Of(Name, study, "")))
        {
            return null;
        }

        var caught = TraceAnswers.Exceptions(study.Replay)[0].CaughtLine;
        var uncaught = caught == 0 && study.Trace.End is not { ExitCode: 0 };
        if (caught == 0 && !uncaught)
        {
            return null;
        }

        var told = Fences.Span(Failure.Told(exception));
        if (scene.Answered.Contains(told, StringComparison.Ordinal))
        {
            return null;
        }

        var slots = new (string, string)[]
        {
            ("run", scene.RunName), ("exception", told), ("place", FaultText.Place(scene.Bench.Outline, raised.Line)),
            ("code", Fences.Span(Words.Code(study.Source.Text, raised.Line))), ("caught", Say.Line(caught)), ("ending", CaseWords.Ending(study.Trace.End)),
        };
        var visit = study.Replay.Lines.LastOrDefault(v => v.Sequence < raised.Sequence && v.Frame == raised.Frame);
        var values = visit is null || visit.Line != raised.Line ? "" : Words.Values(study.Source.Text, raised.Line, visit.State);
        var stack = Words.Stack(index, raised.Frame);
        return new Turn
        {
            Study = study,
            Key = Keys.Of(Name, study, ""),
            IsOfRun = true,
            Ask = scene.Voice.Say(scene.Random, uncaught ? "ask-raised" : "ask-caught", slots),
            Answer = scene.Voice.Say(scene.Random, uncaught ? "say-raised" : TraceAnswers.Exceptions(study.Replay).Count(e => e.CaughtLine > 0) > 1 ? "say-caught-first" : "say-caught", slots) + (values.Length > 0 ? $" When that happens, {values}." : "")
                + (stack.Length is > 1 and <= MostOpenCalls ? $" The calls that led there, the outermost first: {string.Join(", ", stack)}." : ""),
            Secret = exception.Message is { Length: > 12 } message && !index.Source.Mentions(message) && !scene.Knows(study) ? message : null,
            Topics = [Say.Line(raised.Line)],
            Facts = new JsonObject { ["exception"] = exception.Type, ["line"] = raised.Line, ["caught"] = caught },
        };
    }
}
