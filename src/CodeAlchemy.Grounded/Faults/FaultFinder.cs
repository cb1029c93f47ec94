using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Mutation;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Grounded.Text;

namespace CodeAlchemy.Grounded.Faults;

/// <summary>Makes faults on lines that run, and runs the faulty versions to see which of them show. Pure but for the workbench.</summary>
/// <param name="source">The file.</param>
/// <param name="workbench">Parses, runs and traces.</param>
/// <param name="studies">Its executions.</param>
/// <param name="search">How far to go.</param>
public sealed class FaultFinder(SourceFile source, IWorkbench workbench, ImmutableArray<CaseStudy> studies, FaultSearch search)
{
    private readonly CheckedBuild _checked = new(workbench);
    private readonly BareDeclarations _bare = new(source);
    private readonly PointerUse _pointers = new(source);
    private readonly Abstractions.Syntax.SourceOutline _outline = workbench.Outline(source);

    /// <summary>Makes, runs and traces faulty versions in a seeded order until there are enough.</summary>
    public async ValueTask<FaultSet> Find(CancellationToken cancellationToken)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        var harmless = ImmutableArray.CreateBuilder<ProgramMutant>();
        var tried = 0;
        foreach (var mutant in Candidates())
        {
            if (tried >= search.MutantsTried || faults.Count >= search.Faults)
            {
                break;
            }

            if (faults.Any(f => f.Line == mutant.Span.StartLine) || !Parses(mutant.Text))
            {
                continue;
            }

            tried++;
            var (alike, fault) = await Judge(mutant, cancellationToken).ConfigureAwait(false);
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
    private ImmutableArray<ProgramMutant> Candidates()
    {
        using var tree = workbench.Syntax(source);
        ImmutableHashSet<int> covered = [.. studies.SelectMany(study => TraceAnswers.CoveredLines(study.Replay))];
        return tree is null ? [] :
        [
            .. ProgramMutator.Mutants(source.Text, source.Language, tree, workbench.Random("faults"), covered)
                .Where(m => m.Operator != "step" && m.Span.StartLine == m.Span.EndLine && !IsUndefined(m) && !IsStart(m)).OrderBy(m => m.Operator switch { "constant" => 2, "removal" => 1, _ => 0 }),
        ];
    }

    // A Python program that does not start is no mistake anybody has to look for.
    private bool IsStart(ProgramMutant mutant) => source.Language == "python" && Development.SourceLines.Of(source.Text, mutant.Span.StartLine).Contains("__name__", StringComparison.Ordinal);

    // In C and C++ a wrong index or distance of a shift has no result that the text determines.
    private bool IsUndefined(ProgramMutant mutant)
    {
        if (_pointers.Decides(_outline, mutant.Span.StartLine))
        {
            return true;
        }

        if (source.Language is not ("c" or "cpp") || mutant.Operator is not ("arithmetic" or "constant"))
        {
            return false;
        }

        var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(source.Text).AsSpan(0, mutant.Span.Start));
        var before = text[(text.LastIndexOf('\n') + 1)..];
        var shifts = before.LastIndexOf(">> (", StringComparison.Ordinal) is var right && right < 0 ? before.LastIndexOf("<< (", StringComparison.Ordinal) : right;
        return before.Count(c => c == '[') > before.Count(c => c == ']') || (shifts >= 0 && before.IndexOf(')', shifts) < 0);
    }

    private bool Parses(string text)
    {
        using var tree = workbench.Syntax(source.WithText(text));
        return tree is { HasErrors: false };
    }

    private async ValueTask<(bool Alike, Fault? Fault)> Judge(ProgramMutant mutant, CancellationToken cancellationToken)
    {
        var faulty = source.WithText(mutant.Text);
        foreach (var study in studies.OrderByDescending(s => TraceAnswers.Visits(s.Replay, mutant.Span.StartLine) > 0))
        {
            var run = await workbench.Run(faulty, study.Case, cancellationToken).ConfigureAwait(false);
            if (!StudyRuns.IsAlike(study, run))
            {
                var fault = await Observe(mutant, study, run, cancellationToken).ConfigureAwait(false);
                return (false, fault is not null && await _checked.IsDetermined(faulty, [(study.Case, run)], cancellationToken).ConfigureAwait(false) ? fault : null);
            }

            // Who looks at standard error sees it: neither a fault nor a change without effect.
            if (!StudyRuns.SaysTheSame(study, run))
            {
                return (false, null);
            }
        }

        return (await _checked.IsDetermined(faulty, [.. studies.Select(s => (s.Case, s.Run))], cancellationToken).ConfigureAwait(false), null);
    }

    private async ValueTask<Fault?> Observe(ProgramMutant mutant, CaseStudy study, RunResult run, CancellationToken cancellationToken)
    {
        var output = PlainText.Of(run.Stdout);
        if (run.Status is not (ExecutionStatus.Ok or ExecutionStatus.Error or ExecutionStatus.Signal) || study.Replay.Truncated
            || !IsShowable(output) || !IsShowable(study.Output))
        {
            return null;
        }

        // The traced runs and one more without a tracer agree, or the fault shows only now and then.
        var faulty = source.WithText(mutant.Text);
        var evidence = await workbench.Trace(faulty, study.Case, cancellationToken).ConfigureAwait(false);
        if (evidence.Agreed is null || !IsSame(evidence.Untraced, run))
        {
            return null;
        }

        var traced = new CaseStudy(faulty, study.Case, evidence);
        if (!study.Trust.Covers(TraceTrust.Steps))
        {
            return new Fault(mutant, study, run, output!, traced, null);
        }

        var divergence = traced.Replay.Truncated ? null : StateDivergence.Of(study.Replay, traced.Replay);
        return IsInComparison(study, divergence?.Expected) || IsInComparison(traced, divergence?.Actual)
            ? null : new Fault(mutant, study, run, output!, traced, Written(divergence)) { NeverParts = divergence is null && !traced.Replay.Truncated };
    }

    // How often and with which values a library compares is its own choice.
    private static bool IsInComparison(CaseStudy study, LineVisit? moment) =>
        moment is not null && new CallSites(study, CallGraph.Of(study.Trace)).IsInComparison(moment.Frame);

    // What C and C++ arrays hold where nothing has been written is no difference to tell.
    private StateDivergence? Written(StateDivergence? divergence)
    {
        if (divergence is not { Expected: { } right, Actual: { } wrong, Variables.IsEmpty: false } || _bare.IsEmpty)
        {
            return divergence;
        }

        var written = divergence.Variables.RemoveAll(name => new[] { right, wrong }.Any(v => v.State.TryGetValue(name, out var value) && _bare.MayBeUnset(name, value, false)));
        return written.IsEmpty ? null : divergence with { Variables = written };
    }

    private static bool IsSame(RunResult one, RunResult other) =>
        one.Status == other.Status && one.ExitCode == other.ExitCode && one.Signal == other.Signal && StudyRuns.Digest(one) == StudyRuns.Digest(other);

    private bool IsShowable(string? output) => StudyRuns.IsShowable(output, source.FileName, search.MaxOutputCharacters);
}
