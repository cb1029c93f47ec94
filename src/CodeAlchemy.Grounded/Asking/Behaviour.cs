using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Grounded.Asking;

/// <summary>Checks by running that a rewritten program behaves as the original. Pure but for the workbench.</summary>
public static class Behaviour
{
    /// <summary>Name of the verification.</summary>
    public const string Method = "same-behaviour";

    /// <summary>
    /// Runs the rewrite in each case and compares standard output and exit status with the original's. The original must be known to
    /// behave the same every time (it has an agreed trace), or the comparison means nothing.
    /// </summary>
    /// <param name="rewrite">The rewritten program.</param>
    /// <param name="expected">What the original did, by case.</param>
    /// <param name="workbench">Runs.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The first difference as a sentence, or <see langword="null"/> when there is none.</returns>
    public static async ValueTask<string?> Difference(
        SourceFile rewrite,
        IReadOnlyList<(ExecutionCase Case, RunResult Result)> expected,
        IWorkbench workbench,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(workbench);
        foreach (var (@case, result) in expected)
        {
            var run = await workbench.Run(rewrite, @case, cancellationToken).ConfigureAwait(false);
            if (Difference(run, result) is { } difference)
            {
                return $"in the case '{@case.Name}' {difference}";
            }
        }

        return null;
    }

    /// <summary>The verification of a rewrite that behaves the same in some cases.</summary>
    public static Verification Same(int cases) => new(
        Method, VerificationStatus.Verified, $"standard output and exit status are equal in {(cases == 1 ? "1 case" : $"{cases} cases")}");

    private static string? Difference(RunResult run, RunResult expected)
    {
        if (run.Status != expected.Status || run.ExitCode != expected.ExitCode || run.Signal != expected.Signal)
        {
            return $"it ends with {Endings.Of(run)} instead of {Endings.Of(expected)}";
        }

        return run.Stdout.AsSpan().SequenceEqual(expected.Stdout.AsSpan()) ? null : "it writes something else to standard output";
    }
}
