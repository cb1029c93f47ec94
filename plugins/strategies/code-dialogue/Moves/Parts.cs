using System.Text.Json.Nodes;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>Where two runs stop running the same lines, and with which values.</summary>
internal sealed class Parts : IMove
{
    public string Name => "parts";

    public TraceTrust Needs => TraceTrust.Lines | TraceTrust.Steps;

    public Turn? Play(Scene scene)
    {
        if (scene.Before is not { } before || !TraceIndex.Of(before).IsSequential || !TraceIndex.Of(scene.Run).IsSequential
            || PathParting.Of(before.Replay, scene.Run.Replay) is not { First: { } first, Second: { } second } parting
            || Fairness.IsUnclear(scene, first.Line))
        {
            return null;
        }

        var key = $"{Name}/{first.Line}/{first.Visit}/{before.Case.Name}/{scene.Run.Case.Name}";
        if (scene.Memory.Has(key) || IsKnown(scene, first))
        {
            return null;
        }

        var (one, two) = (scene.NameOf(before), scene.NameOf(scene.Run));
        var slots = new (string, string)[]
        {
            ("first", one), ("second", two), ("place", FaultText.Place(scene.Bench.Outline, first.Line)), ("time", Say.Time(first.Visit)),
            ("code", Fences.Span(Words.Code(scene.Program, first.Line))),
        };
        return new Turn
        {
            Study = scene.Run,
            Seen = [before],
            Key = key,
            Ask = scene.Voice.Say(scene.Random, "ask-parts", slots),
            Answer = $"{scene.Voice.Say(scene.Random, "say-parts", slots)} {Values(scene, one, two, first, second)}{Next(scene, one, two, parting)}",
            Topics = [Say.Line(first.Line)],
            Facts = new JsonObject { ["line"] = first.Line, ["visit"] = first.Visit, ["firstNext"] = parting.FirstNext?.Line, ["secondNext"] = parting.SecondNext?.Line },
        };
    }

    // Two other runs that part at the same point, and a run that was said to go on there for a reason, leave nothing to find.
    private static bool IsKnown(Scene scene, LineVisit first) => scene.Turns.Any(t =>
        (t.Move == "parts" && Fact(t.Turn, "line") == first.Line && Fact(t.Turn, "visit") == first.Visit)
        || (t.Move == "why" && t.Turn.Study == scene.Run && Fact(t.Turn, "line") == first.Line));

    private static int Fact(Turn turn, string name) => turn.Facts[name]?.GetValue<int>() ?? 0;

    private static string Values(Scene scene, string one, string two, LineVisit first, LineVisit second)
    {
        string Told(LineVisit visit) => Words.Tested(TraceIndex.Of(scene.Run), scene.Program, visit.Line, visit.State);
        var (a, b) = (Told(first), Told(second));
        return a.Length == 0 || b.Length == 0 || a == b ? "" : $"In {one} {a} there; in {two} {b}. ";
    }

    private static string Next(Scene scene, string one, string two, PathParting parting)
    {
        string Goes(LineVisit? next) => next is null ? "runs no more lines" : $"goes on with {FaultText.Place(scene.Bench.Outline, next.Line)}";
        return $"{Voice.Capital(one)} {Goes(parting.FirstNext)}, and {two} {Goes(parting.SecondNext)}.";
    }
}
