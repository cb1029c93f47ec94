using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeDev.Tasks;

/// <summary>A shell script that tests the whole program in given runs, with the outputs that were recorded.</summary>
internal sealed class TestScript : PureTask
{
    private const int FewestRuns = 2;

    public override string Name => "test-script";

    protected override IEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults)
    {
        var studies = bench.Showable.Where(s => s.Case.Files.IsEmpty && s.Trace.End.ExitCode is not null).Take(6).ToList();
        if (studies.Count >= FewestRuns)
        {
            yield return new DevQuestion
            {
                Study = studies[0],
                Cases = [.. studies],
                Answer = Fences.Wrap(ShellTest.Of(studies), "sh"),
                Verification = [new("script", VerificationStatus.Unverified, "the outputs and exit statuses are recorded; the script itself was not run")],
            };
        }
    }
}
