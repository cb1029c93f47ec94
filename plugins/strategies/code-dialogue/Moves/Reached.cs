using System.Text.Json.Nodes;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>How often the changed line runs, in every version of the run: whether the run says anything about the change.</summary>
internal sealed class Reached : IMove
{
    private const int MostRuns = 500;

    public string Name => "reached";

    public TraceTrust Needs => TraceTrust.Lines;

    public Turn? Play(Scene scene)
    {
        var line = scene.Version?.Fault.Line ?? scene.Harmless?.Span.StartLine ?? 0;
        if (line == 0 || scene.Has(Name) || !scene.Has("propose") || !IsCounted(scene, line) || Fairness.IsUnclear(scene, line) || Counted.IsLine(scene, line))
        {
            return null;
        }

        var before = TraceAnswers.Visits(scene.Lead.Replay, line);
        var after = scene.Version is null ? before : TraceAnswers.Visits(scene.Version.Runs[0].Replay, line);
        if (Math.Max(before, after) > MostRuns)
        {
            return null;
        }

        var slots = new (string, string)[] { ("line", Say.Line(line)), ("before", Times(before)), ("after", Times(after)), ("times", Times(before)), ("run", scene.RunName) };
        return new Turn
        {
            Study = scene.Run,
            Seen = [scene.Lead],
            Key = $"{Name}/{line}",
            Ask = scene.Voice.Say(scene.Random, scene.Version is null ? "ask-reached-same" : "ask-reached", slots),
            Answer = scene.Voice.Say(scene.Random, scene.Version is null ? "say-reached-same" : before == after ? "say-reached-equal" : "say-reached", slots),
            About = [Say.Line(line)],
            Topics = [Say.Line(line)],
            Facts = new JsonObject { ["line"] = line, ["before"] = before, ["after"] = after },
        };
    }

    // A line that holds more than one statement, or a loop's head, is counted in ways that no reader would; a bare `;` isn't said to run.
    private static bool IsCounted(Scene scene, int line)
    {
        var (index, changed) = (TraceIndex.Of(scene.Lead), new SourceLines(scene.Version?.Fault.Mutant.Text ?? scene.Harmless!.Text));
        return index.IsSequential && (index.Source.IsSimple(line) || index.Source.IsBranch(line)) && changed.HoldsWords(line);
    }

    private static string Times(int count) => count == 0 ? "not at all" : Say.Times(count);
}
