using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Mutation;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Grounded.Text;

namespace CodeAlchemy.Strategies.CodeDev;

/// <summary>Makes faults on lines that run, and runs the faulty versions to see which of them show.</summary>
internal static class FaultFinder
{
    public static async ValueTask<FaultSet> Find(Bench bench, CancellationToken cancellationToken)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        var harmless = ImmutableArray.CreateBuilder<ProgramMutant>();
        var tried = 0;
        foreach (var mutant in Candidates(bench))
        {
            if (tried >= bench.Options.MutantsTried || faults.Count >= bench.Options.Faults)
            {
                break;
            }

            if (faults.Any(f => f.Line == mutant.Span.StartLine) || !bench.Parses(mutant.Text))
            {
                continue;
            }

            tried++;
            var (alike, fault) = await Judge(bench, mutant, cancellationToken).ConfigureAwait(false);
            if (alike)
            {
                harmless.Add(mutant);
            }
            else if (fault is not null)
            {
                faults.Add(fault);
            }
        }

        return new FaultSet(faults.ToImmutable(), harmless.ToImmutable(), tried);
    }

    // A step in the wrong direction hardly ever ends. A gap is seen at once, and a wrong constant is data rather than a mistake of
    // thought, so these come last.
    private static ImmutableArray<ProgramMutant> Candidates(Bench bench)
    {
        if (!bench.NeedsFaults && !bench.Options.Tasks.Contains("explain-failure"))
        {
            return [];
        }

        using var tree = bench.Workbench.Syntax(bench.Source);
        return tree is null ? [] :
        [
            .. ProgramMutator.Mutants(bench.Source.Text, tree, bench.Workbench.Random("faults"), bench.Covered)
                .Where(m => m.Operator != "step" && m.Span.StartLine == m.Span.EndLine).OrderBy(m => m.Operator switch { "constant" => 2, "removal" => 1, _ => 0 }),
        ];
    }

    private static async ValueTask<(bool Alike, Fault? Fault)> Judge(Bench bench, ProgramMutant mutant, CancellationToken cancellationToken)
    {
        var faulty = bench.Source.WithText(mutant.Text);
        foreach (var study in bench.Studies.OrderByDescending(s => TraceAnswers.Visits(s.Replay, mutant.Span.StartLine) > 0))
        {
            var run = await bench.Workbench.Run(faulty, study.Case, cancellationToken).ConfigureAwait(false);
            if (!Bench.IsAlike(study, run))
            {
                return (false, await Observe(bench, mutant, study, run, cancellationToken).ConfigureAwait(false));
            }
        }

        return (true, null);
    }

    private static async ValueTask<Fault?> Observe(Bench bench, ProgramMutant mutant, CaseStudy study, RunResult run, CancellationToken cancellationToken)
    {
        var output = PlainText.Of(run.Stdout);
        if (run.Status is not (ExecutionStatus.Ok or ExecutionStatus.Error or ExecutionStatus.Signal) || study.Replay.Truncated
            || !bench.IsShowable(output) || !bench.IsShowable(study.Output))
        {
            return null;
        }

        var faulty = bench.Source.WithText(mutant.Text);
        var again = await bench.Workbench.Run(faulty, study.Case, cancellationToken).ConfigureAwait(false);
        if (again.Status != run.Status || again.ExitCode != run.ExitCode || again.Signal != run.Signal || Bench.Digest(again) != Bench.Digest(run))
        {
            return null;
        }

        var evidence = await bench.Workbench.Trace(faulty, study.Case, cancellationToken).ConfigureAwait(false);
        var traced = evidence.Agreed is null ? null : new CaseStudy(faulty, study.Case, evidence);
        var divergence = traced is null || traced.Replay.Truncated ? null : StateDivergence.Of(study.Replay, traced.Replay);
        return new Fault(mutant, study, run, output!, traced, divergence);
    }
}
