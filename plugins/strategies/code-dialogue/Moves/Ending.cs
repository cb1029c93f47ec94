using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>Why a run that raises nothing ends with a status other than 0: the lines that led to its end.</summary>
internal sealed class Ending : IMove
{
    private const int LinesTold = 4;

    public string Name => "ending";

    public TraceTrust Needs => TraceTrust.Lines;

    public Turn? Play(Scene scene)
    {
        var study = scene.Run;
        var end = study.Trace.End;
        var index = TraceIndex.Of(study);
        var key = Keys.Of(Name, study, "");
        if (!index.IsSequential || index.Steps.IsEmpty || end.ExitCode == 0 || end.Status is not (ExecutionStatus.Ok or ExecutionStatus.Error or ExecutionStatus.Signal)
            || study.Trace.Events.Any(e => e.Kind == TraceEventKind.Exception && e.Exception!.Type != "SystemExit") || scene.Memory.Has(key))
        {
            return null;
        }

        var slots = new (string, string)[] { ("run", scene.RunName), ("ending", CaseWords.Ending(end)), ("place", FaultText.Place(scene.Bench.Outline, index.Steps[^1].Line)) };
        return new Turn
        {
            Study = study,
            Key = key,
            IsOfRun = true,
            Ask = scene.Voice.Say(scene.Random, "ask-ending", slots),
            Answer = $"{scene.Voice.Say(scene.Random, "say-ending", slots)}\n\n{string.Join('\n', index.Steps.TakeLast(LinesTold).Select(s => $"- {Told(scene, s)}"))}",
            Topics = [Say.Line(index.Steps[^1].Line)],
            Facts = new JsonObject { ["exitCode"] = end.ExitCode, ["signal"] = end.Signal, ["line"] = index.Steps[^1].Line },
        };
    }

    private static string Told(Scene scene, LineStep step)
    {
        var text = scene.Run.Source.Text;
        var values = Words.Tested(TraceIndex.Of(scene.Run), text, step.Line, step.Before);
        return $"{Voice.Capital(FaultText.Place(scene.Bench.Outline, step.Line))}: {Fences.Span(Words.Code(text, step.Line))}{(values.Length > 0 ? $", where {values}" : "")}";
    }
}
