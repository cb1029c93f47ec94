using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Mutation;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDev.Tasks;

/// <summary>Whether a change alters what the program does in a run; some changes don't.</summary>
internal sealed class ReviewChange : IDevTask
{
    private const int LastStep = 400;

    public string Name => "review-change";

    public async IAsyncEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var fault in faults.Faults.Take(1))
        {
            yield return Question(bench, fault.Mutant, fault.Study, Refusal(bench, fault), "differs", FaultText.Evidence(fault)) with { Facts = FaultText.Facts(fault) };
        }

        foreach (var harmless in faults.Harmless)
        {
            if (bench.Showable.FirstOrDefault(s => Visits(s, harmless) > 0) is { } study && await Traced(bench, harmless, study, cancellationToken).ConfigureAwait(false) is { } changed)
            {
                yield return Question(bench, harmless, study, Consent(bench, harmless, study, changed), "same", [bench.Alike()]);
                yield break;
            }
        }
    }

    private static int Visits(CaseStudy study, ProgramMutant mutant) => TraceAnswers.Visits(study.Replay, mutant.Span.StartLine);

    private static async ValueTask<CaseStudy?> Traced(Bench bench, ProgramMutant mutant, CaseStudy study, CancellationToken cancellationToken)
    {
        var version = bench.Source.WithText(mutant.Text);
        var evidence = await bench.Workbench.Trace(version, study.Case, cancellationToken).ConfigureAwait(false);
        return evidence.Agreed is null ? null : new CaseStudy(version, study.Case, evidence);
    }

    private static DevQuestion Question(Bench bench, ProgramMutant mutant, CaseStudy study, string answer, string verdict, ImmutableArray<Verification> evidence) => new()
    {
        Study = study,
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
            ? CaseWords.Output("Standard output before and after the change", fault.Output)
            : $"{CaseWords.Output("Standard output before the change", fault.Study.Output!)}\n\n{CaseWords.Output("Standard output after the change", fault.Output)}";
        return $"{Phrases.Say(random, "review-differs", ("place", FaultText.Place(bench.Outline, fault.Line)))}\n\n{outputs}{ending}";
    }

    private static string Consent(Bench bench, ProgramMutant mutant, CaseStudy study, CaseStudy changed)
    {
        var random = bench.Workbench.Random($"review/{mutant.Span.StartLine}");
        var same = Phrases.Say(random, "review-same", ("place", FaultText.Place(bench.Outline, mutant.Span.StartLine)));
        var output = CaseWords.Output("Standard output before and after the change", study.Output!);
        return $"{same}{Reason(bench, random, mutant, study, changed)}\n\n{output}\n\nBefore and after, the run ends with {CaseWords.Ending(study.Trace.End)}.";
    }

    private static string Told(Bench bench, CaseStudy study, CaseStudy changed, StateDivergence divergence) =>
        FaultText.Changed(FaultText.PartingAt(bench.Outline, divergence, StateDivergence.SeesAll(study.Replay, changed.Replay, divergence)));

    // Why nothing is seen: the executions are the same, or they part and come to the same.
    private static string Reason(Bench bench, IRandom random, ProgramMutant mutant, CaseStudy study, CaseStudy changed)
    {
        if (!study.Trust.Covers(TraceTrust.Steps | TraceTrust.Lines))
        {
            return "";
        }

        var divergence = StateDivergence.Of(study.Replay, changed.Replay);
        if (divergence is null)
        {
            var bank = StateDivergence.SeesAll(study.Replay, changed.Replay, null) ? "review-unseen" : "review-same-lines";
            var visits = Visits(study, mutant);
            return $" {Phrases.Say(random, bank, ("times", visits == 1 ? "once" : $"{FaultText.Number(visits)} times"))}";
        }

        return divergence.Step <= LastStep && FaultText.IsTold(divergence)
            ? $" Inside, the two executions do part. {Told(bench, study, changed, divergence)} Neither the output nor the ending depends on that here." : "";
    }
}
