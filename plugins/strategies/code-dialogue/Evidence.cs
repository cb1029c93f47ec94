using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>The executions that a conversation stands on beside that of the row's own case, each with the name of its case and its digest.</summary>
internal static class Evidence
{
    public static IEnumerable<Verification> Of(Bench bench, Dialogue dialogue)
    {
        var own = bench.Original(dialogue.Cast.Lead);
        var seen = dialogue.Turns.SelectMany(t => t.Turn.Seen.Prepend(t.Turn.Study)).Prepend(dialogue.Cast.Lead).Distinct();
        ImmutableArray<Verification> executions = [.. seen.Where(s => s != own).Select(s => new Verification(Method(bench, dialogue, s), VerificationStatus.Verified, $"{s.Case.Name}: {s.Trace.End.Digest}"))];
        return executions.Concat(dialogue.Turns.SelectMany(t => t.Turn.Verification)).Distinct();
    }

    private static string Method(Bench bench, Dialogue dialogue, CaseStudy study) =>
        bench.IsOriginal(study) ? "case-execution" : dialogue.Task == "debug" ? "fault-execution" : "change-execution";
}
