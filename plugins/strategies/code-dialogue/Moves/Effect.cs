using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>What a changed line does to a run, in words.</summary>
internal static class Effect
{
    public static string Of(Scene scene, Fault fault, (string, string)[] slots)
    {
        var end = fault.Study.Trace.End;
        var most = scene.Bench.Options.MaxOutputCharacters;
        var outputs = fault.Output == fault.Study.Output ? scene.Voice.Say(scene.Random, "say-edit-same-output", slots)
            : fault.Output.Length == 0 ? scene.Voice.Say(scene.Random, "say-edit-nothing", slots)
            : $"{scene.Voice.Say(scene.Random, "say-edit", slots)}\n\n{Words.Output(fault.Output, most)}";
        var ending = end.ExitCode == fault.Run.ExitCode && end.Signal == fault.Run.Signal ? ""
            : $"\n\nIt ends with {CaseWords.Ending(fault.Run.ExitCode, fault.Run.Signal)} instead of {CaseWords.Ending(end)}.";
        return outputs + ending + Failure.Of(scene, fault.Faulty, ending.Length > 0 ? " " : "\n\n");
    }
}
