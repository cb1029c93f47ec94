using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions.Kinds;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>What the fixed version does in the same run; it becomes the run that is talked about.</summary>
internal sealed class Rerun : IMove
{
    public const string RunName = "the corrected run";

    public string Name => "rerun";

    public Turn? Play(Scene scene)
    {
        if (scene.Version is not { Fault: { Study.Output.Length: > 0 } fault } || !scene.Has("fix") || scene.Has(Name))
        {
            return null;
        }

        var end = fault.Study.Trace.End;
        var lines = fault.Study.Output!.TrimEnd('\n').Split('\n').Length;
        var slots = new (string, string)[]
        {
            ("line", Say.Line(fault.Line)), ("ending", CaseWords.Ending(end)), ("run", scene.RunName),
            ("lines", Say.Count(lines, "line")),
        };
        return new Turn
        {
            Study = fault.Study,
            Key = $"{Name}/{fault.Line}/{fault.Mutant.After}",
            Ask = scene.Voice.Say(scene.Random, "ask-rerun", slots),
            Answer = scene.Voice.Say(scene.Random, "say-rerun", slots),
            Introduces = (fault.Study, RunName),
            Verification = [new Verification("fix-execution", VerificationStatus.Verified, $"{fault.Study.Case.Name}: {end.Digest}")],
            Topics = [],
            Facts = new JsonObject { ["stdoutSha256"] = end.StdoutSha256, ["exitCode"] = end.ExitCode },
        };
    }
}
