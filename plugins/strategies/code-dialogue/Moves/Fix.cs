using System.Text.Json.Nodes;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions.Kinds;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>The fix, as a line or as a diff. The fixed version is the file as it is, which was run.</summary>
internal sealed class Fix : IMove
{
    public string Name => "fix";

    public Turn? Play(Scene scene)
    {
        if (scene.Version is not { Fault: var fault } || scene.Has(Name) || !scene.Has("locate"))
        {
            return null;
        }

        var source = scene.Bench.Source;
        var asDiff = scene.Random.Next(2) == 0;
        var code = asDiff ? Fences.Wrap(LineDiff.Unified(source.FileName, fault.Mutant.Text, source.Text), "diff") : Fences.Wrap(fault.RightLine, source.Language);
        var slots = new (string, string)[] { ("line", Say.Line(fault.Line)) };
        return new Turn
        {
            Study = scene.Run,
            Seen = [fault.Study],
            Key = $"{Name}/{fault.Line}/{fault.Mutant.After}",
            Ask = scene.Voice.Say(scene.Random, asDiff ? "ask-fix-diff" : "ask-fix", slots),
            Answer = $"{scene.Voice.Say(scene.Random, asDiff ? "say-fix-diff" : "say-fix", slots)}\n\n{code}",
            Topics = [Say.Line(fault.Line)],
            Facts = new JsonObject { ["line"] = fault.Line, ["text"] = fault.RightLine },
        };
    }
}
