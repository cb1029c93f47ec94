using System.Collections.Immutable;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeDev.Tasks;

/// <summary>The first moment at which a changed program does something else than the one before.</summary>
internal sealed class FirstDivergenceTask : PureTask
{
    // Counting further by hand asks for patience rather than understanding.
    private const int LastStep = 400;

    public override string Name => "first-divergence";

    // Members of `this` are no local variables, and those are asked about; a version that has come to its end is on no line.
    protected override IEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults) =>
        faults.Faults.Where(f => f.SeesAll && f.Divergence is { Step: > 1 and <= LastStep, Expected: not null, Actual: not null } moment && FaultText.IsTold(moment) && moment.Variables is not ["this"]).TakeLast(1).Select(fault => new DevQuestion
        {
            Study = fault.Study,
            Answer = Answer(bench, fault),
            Values = ImmutableDictionary<string, object?>.Empty
                .Add("diff", Fences.Wrap(LineDiff.Unified(bench.Source.FileName, bench.Source.Text, fault.Mutant.Text), "diff")),
            Verification = [.. FaultText.Evidence(fault), new("divergence", Abstractions.VerificationStatus.Verified, fault.Faulty.Trace.End.Digest)],
            Labels = FaultText.Labels(fault),
            Facts = FaultText.Facts(fault),
        });

    private static string Answer(Bench bench, Fault fault)
    {
        var moment = fault.Divergence!;
        var (old, changed) = (moment.Expected!, moment.Actual!);
        var line = old.Line == changed.Line
            ? $"Line {FaultText.Number(old.Line)}, which is about to run for the {Ordinals.Of(old.Visit)} time."
            : $"Line {FaultText.Number(old.Line)} in the old version, line {FaultText.Number(changed.Line)} in the changed one.";
        return $"{line}\n\n{FaultText.ChangedParting(bench.Outline, fault)}";
    }
}
