using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Execution.Programs;

/// <summary>How a build failed. Kept in the cache, so that a program that does not compile is compiled once.</summary>
/// <param name="Status">Status of the command that failed.</param>
/// <param name="ExitCode">Its exit status, or <see langword="null"/>.</param>
/// <param name="Messages">What it said.</param>
/// <param name="Detail">The limit it ran into, or <see langword="null"/>.</param>
internal sealed record BuildFailure(ExecutionStatus Status, int? ExitCode, string Messages, string? Detail)
{
    /// <summary>
    /// Whether a repetition could end otherwise: limits of time and memory depend on what else the machine does. Such a failure
    /// is not kept.
    /// </summary>
    public bool IsPassing => Status is not (ExecutionStatus.Ok or ExecutionStatus.Error);
}
