using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Mutation;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeDev.Tasks;

/// <summary>Whether a change alters what the program does in given runs; some changes don't.</summary>
internal sealed class ReviewChange : PureTask
{
    public override string Name => "review-change";

    protected override IEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults)
    {
        foreach (var fault in faults.Faults.Take(1))
        {
            yield return Question(bench, fault.Mutant, fault.Study, Refusal(bench, fault), "differs", FaultText.Evidence(fault)) with { Facts = FaultText.Facts(fault) };
        }

        foreach (var harmless in faults.Harmless.Where(_ => bench.Showable.Count() == bench.Studies.Length).Take(1))
        {
            yield return Question(bench, harmless, bench.Studies[0], Consent(bench, harmless), "same", [bench.Alike()]);
        }
    }

    private static DevQuestion Question(
        Bench bench, ProgramMutant mutant, Grounded.Studies.CaseStudy study, string answer, string verdict, ImmutableArray<Verification> evidence) => new()
    {
        Study = study,
        Cases = verdict == "same" ? bench.Studies : [study],
        Answer = answer,
        Values = ImmutableDictionary<string, object?>.Empty
            .Add("diff", Fences.Wrap(LineDiff.Unified(bench.Source.FileName, bench.Source.Text, mutant.Text), "diff")),
        Verification = evidence,
        Labels = ImmutableSortedDictionary<string, string>.Empty.Add("fault", mutant.Operator).Add("verdict", verdict),
    };

    private static string Refusal(Bench bench, Fault fault)
    {
        var random = bench.Workbench.Random($"review/{fault.Line}");
        var end = fault.Study.Trace.End;
        var ending = end.ExitCode == fault.Run.ExitCode && end.Signal == fault.Run.Signal
            ? $"\n\nBefore and after, the run ends with {CaseWords.Ending(end)}." : $"\n\nIt now ends with {CaseWords.Ending(fault.Run.ExitCode, fault.Run.Signal)} instead of {CaseWords.Ending(end)}.";
        var outputs = fault.Output == fault.Study.Output
            ? "The output stays the same."
            : $"{CaseWords.Output("Output before the change", fault.Study.Output!)}\n\n{CaseWords.Output("Output after the change", fault.Output)}";
        return $"{Phrases.Say(random, "review-differs", ("place", FaultText.Place(bench.Outline, fault.Line)))}\n\n{outputs}{ending}";
    }

    private static string Consent(Bench bench, ProgramMutant mutant) => Phrases.Say(
        bench.Workbench.Random($"review/{mutant.Span.StartLine}"),
        bench.Studies.Length == 1 ? "review-same-run" : "review-same-runs",
        ("place", FaultText.Place(bench.Outline, mutant.Span.StartLine)),
        ("runs", FaultText.Number(bench.Studies.Length)));
}
