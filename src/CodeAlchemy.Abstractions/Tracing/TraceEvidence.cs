using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Abstractions.Tracing;

/// <summary>All runs of one source and case: one untraced, three traced, and what they agree on.</summary>
public sealed record TraceEvidence
{
    /// <summary>The untraced run; for a compile failure, its result.</summary>
    public required RunResult Untraced { get; init; }

    /// <summary>Results of the traced runs; fewer than three when an earlier one already decided.</summary>
    public required ImmutableArray<RunResult> Traced { get; init; }

    /// <summary>The trace all traced runs agree on; <see langword="null"/> when the evidence is a reject.</summary>
    public Trace? Agreed { get; init; }

    /// <summary>Reason id when there is no agreed trace: one of <see cref="RejectReasons"/> or the name of an <see cref="ExecutionStatus"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>A stable sentence saying why there is no agreed trace.</summary>
    public string? Detail { get; init; }

    /// <summary>What was seen (first difference, end of stderr); may vary between runs.</summary>
    public string? Evidence { get; init; }
}
