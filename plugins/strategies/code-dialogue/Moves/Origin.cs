using System.Text.Json.Nodes;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>Where a line of the output that was shown comes from.</summary>
internal sealed class Origin : IMove
{
    private const int LongestLine = 80;
    private const int MostOpenCalls = 6;

    public string Name => "origin";

    public TraceTrust Needs => TraceTrust.Values | TraceTrust.Lines | TraceTrust.Changes;

    public Turn? Play(Scene scene)
    {
        var index = TraceIndex.Of(scene.Run);
        if (!scene.Knows(scene.Run) || Repeats.HasTold(scene) || !index.IsSequential)
        {
            return null;
        }

        var lines = index.Output.Where(o => IsTelling(index, o) && !scene.Memory.Has(Key(scene, o))).ToList();
        if (lines.Count == 0)
        {
            return null;
        }

        var line = lines[scene.Random.Next(lines.Count)];
        var step = index.Steps.LastOrDefault(s => s.Line == line.Writer && s.Frame == line.Frame && s.Sequence <= line.Sequence);
        var values = step is null ? "" : Words.Values(scene.Run.Source.Text, line.Writer, step.Before);
        var stack = Words.Stack(index, line.Frame);
        var open = stack.Length is > 1 and <= MostOpenCalls ? $" The calls that are open then, the outermost first: {string.Join(", ", stack)}." : "";
        var slots = new (string, string)[]
        {
            ("output", Fences.Span(line.Text.Trim())), ("nth", Ordinals.Of(line.Number)), ("place", FaultText.Place(scene.Bench.Outline, line.Writer)),
            ("code", Fences.Span(Words.Code(scene.Run.Source.Text, line.Writer))), ("run", scene.RunName),
        };
        return new Turn
        {
            Study = scene.Run,
            Key = Key(scene, line),
            IsOfRun = true,
            Ask = scene.Voice.Say(scene.Random, "ask-origin", slots),
            Answer = scene.Voice.Say(scene.Random, "say-origin", slots) + (values.Length > 0 ? $" At that moment {values}." : "") + open,
            Topics = [Say.Line(line.Writer)],
            Facts = new JsonObject { ["output"] = line.Number, ["line"] = line.Writer },
        };
    }

    private static bool IsTelling(TraceIndex index, OutputLine line) =>
        line.Writer > 0 && line.Text.Trim().Length is > 3 and <= LongestLine && index.Source.IsOneLine(line.Writer) && index.Source.MayWrite(line.Writer)
        && index.Output.Count(o => o.Text == line.Text) == 1 && !index.Source.Mentions(line.Text.Trim());

    // One line that writes is explained once.
    private string Key(Scene scene, OutputLine line) => Keys.Of(Name, scene.Run, Say.Number(line.Writer));
}
