using System.Text.Json.Nodes;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>What if the program is given something else: another case, run and traced, becomes the run that is talked about.</summary>
internal sealed class OtherRun : IMove
{
    public string Name => "other-run";

    public Turn? Play(Scene scene)
    {
        // Behind a changed version, the count of runs would be open to doubt.
        if (scene.Has("edit"))
        {
            return null;
        }

        var others = scene.Bench.Studies.Where(s => !scene.Runs.Contains(s) && scene.Bench.IsOriginal(scene.Run) && RunWords.CanTell(scene.Run, s)
            && scene.Bench.IsShowable(s.Output) && !s.Replay.Truncated).ToList();
        // A case that an earlier conversation of the file has shown comes last.
        var fresh = others.Where(s => !scene.Memory.Has(Keys.Output(s))).DefaultIfEmpty(others.FirstOrDefault()).ToList();
        return fresh is [null] ? null : Make(scene, fresh[scene.Random.Next(fresh.Count)]!);
    }

    private static Turn Make(Scene scene, CaseStudy next)
    {
        var (clause, block) = RunWords.Instead(scene.Run, next, scene.Random);
        var name = $"the {Ordinals.Of(scene.Runs.Count() + 1)} run";
        var slots = new (string, string)[] { ("instead", clause), ("run", name), ("before", scene.Before is null ? "the first run" : scene.NameOf(scene.Run)) };
        return new Turn
        {
            Study = next,
            Key = Keys.Output(next),
            Ask = scene.Voice.Say(scene.Random, "ask-other-run", slots),
            Exhibit = block,
            Answer = Answer(scene, next, slots),
            // That the program holds a message as a whole does not say which message comes.
            Secret = next.Output != scene.Run.Output && !scene.Program.Contains(next.Output!.Trim(), StringComparison.Ordinal) ? next.Output : null,
            Shows = [next],
            Introduces = (next, name),
            Facts = new JsonObject { ["stdoutSha256"] = next.Trace.End.StdoutSha256, ["exitCode"] = next.Trace.End.ExitCode },
        };
    }

    private static string Answer(Scene scene, CaseStudy next, (string, string)[] slots)
    {
        var (before, end) = (scene.Run.Trace.End, next.Trace.End);
        var output = next.Output!.Length == 0 ? scene.Voice.Say(scene.Random, "say-prints-nothing", slots)
            : next.Output == scene.Run.Output ? scene.Voice.Say(scene.Random, "say-same-output", slots)
            : $"{scene.Voice.Say(scene.Random, "say-other-run", slots)}\n\n{Words.Output(next.Output, scene.Bench.Options.MaxOutputCharacters)}";
        var ending = end.ExitCode == before.ExitCode && end.Signal == before.Signal ? ""
            : $"\n\nIt ends with {CaseWords.Ending(end)}, where {slots[2].Item2} ended with {CaseWords.Ending(before)}.";
        return output + ending + Failure.Of(scene, next, ending.Length > 0 ? " " : "\n\n");
    }
}
