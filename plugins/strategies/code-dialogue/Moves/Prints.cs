using System.Text.Json.Nodes;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>What a run prints, and how it ends.</summary>
internal sealed class Prints : IMove
{
    public string Name => "prints";

    public Turn? Play(Scene scene)
    {
        var study = scene.Run;
        var key = Keys.Output(study);
        if (study.Output is not { Length: > 0 } output || !scene.Bench.IsShowable(output) || scene.Memory.Has(key) || scene.Knows(study) || IsTold(scene, study, output))
        {
            return null;
        }

        var ending = study.Trace.End is { ExitCode: 0 } ? "" : $"\n\nThe program ends with {CaseWords.Ending(study.Trace.End)}.";
        return new Turn
        {
            Study = study,
            Key = key,
            IsOfRun = true,
            Ask = scene.Voice.Say(scene.Random, "ask-prints", ("run", scene.RunName)),
            Answer = $"{scene.Voice.Say(scene.Random, "say-prints", ("run", scene.RunName))}\n\n{Words.Output(output, scene.Bench.Options.MaxOutputCharacters)}{ending}",
            Secret = output,
            Shows = [study],
            Facts = new JsonObject { ["stdoutSha256"] = study.Trace.End.StdoutSha256, ["exitCode"] = study.Trace.End.ExitCode },
        };
    }

    // An answer may have gone through the lines of the output one by one.
    private static bool IsTold(Scene scene, CaseStudy study, string output) =>
        Repeats.HasTold(scene, study) || output.Split('\n').Where(line => line.Trim().Length > 0).All(line => scene.Answered.Contains(Say.Code(line), StringComparison.Ordinal));
}
