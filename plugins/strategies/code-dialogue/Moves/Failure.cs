using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>Says which exception ends a run.</summary>
internal static class Failure
{
    private const int LongestMessage = 120;
    private static readonly string[] ControlFlow = ["StopIteration", "StopAsyncIteration", "GeneratorExit", "SystemExit", "KeyboardInterrupt"];

    /// <summary>A sentence behind a separator; empty where no exception of the file itself ends the run.</summary>
    public static string Of(Scene scene, CaseStudy study, string separator)
    {
        var events = study.Trace.Events.Where(e => e.Kind == TraceEventKind.Exception).ToList();
        var fates = TraceAnswers.Exceptions(study.Replay);
        var at = fates.Length - 1;
        return study.Trace.End is { ExitCode: 0 } || at < 0 || fates[at].CaughtLine > 0 || events[at] is not { File: null, Exception: { } exception, Line: > 0 and var line } || IsControlFlow(exception)
            ? "" : $"{separator}{Fences.Span(Told(exception))} is raised on {FaultText.Place(scene.Bench.Outline, line)}, and nothing catches it.";
    }

    /// <summary>Type and message of an exception, as far as they can be shown.</summary>
    public static string Told(TraceException exception) =>
        exception.Message is not { Length: > 0 and <= LongestMessage } message || message.Any(char.IsControl) || message.Contains('…', StringComparison.Ordinal)
            ? exception.Type : $"{exception.Type}: {message}";

    /// <summary>Whether the language raises it in the course of things.</summary>
    public static bool IsControlFlow(TraceException exception) => ControlFlow.Contains(exception.Type);
}
