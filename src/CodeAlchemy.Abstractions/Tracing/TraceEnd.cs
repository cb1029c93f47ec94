using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Abstractions.Tracing;

/// <summary>Last line of a trace, written by the host from what it saw itself.</summary>
/// <param name="Status">How the execution ended.</param>
/// <param name="ExitCode">Exit status of the program; <see langword="null"/> when a signal ended it.</param>
/// <param name="Signal">Number of the signal that ended it, or <see langword="null"/>.</param>
/// <param name="Events">Events in this trace.</param>
/// <param name="StdoutSha256">Lower-case hexadecimal SHA-256 of the program's standard output.</param>
/// <param name="Digest">Lower-case hexadecimal SHA-256 over the header without its environment, the events and the end without its counters.</param>
public sealed record TraceEnd(
    ExecutionStatus Status,
    int? ExitCode,
    int? Signal,
    int Events,
    string StdoutSha256,
    string Digest);
