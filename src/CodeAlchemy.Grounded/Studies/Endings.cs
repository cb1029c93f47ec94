using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Grounded.Studies;

/// <summary>How runs end, in words that are the same every time. Pure.</summary>
public static class Endings
{
    /// <summary>
    /// Status and exit status. Whether a program that does not end meets its limit of processor time or of wall-clock time depends on
    /// what else the machine does, so both have one name.
    /// </summary>
    public static string Of(RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var status = run.Status is ExecutionStatus.CpuLimit or ExecutionStatus.Timeout ? "no end within its limits of time" : run.Status.ToId();
        return run.ExitCode is { } code ? $"{status} (exit status {code})" : status;
    }
}
