using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Tracing;

/// <summary>What was read from a tracer's records.</summary>
/// <param name="Events">The events, numbered from 1; empty when the records are malformed.</param>
/// <param name="Malformed">Why the records are refused, or <see langword="null"/>. Stable: it names no content.</param>
/// <param name="HasPartialTail">Whether the last record was cut off and left out, as happens to a killed program.</param>
public sealed record WireTrace(ImmutableArray<TraceEvent> Events, string? Malformed, bool HasPartialTail)
{
    /// <summary>Whether the tracer stopped at a limit.</summary>
    public bool IsTruncated => Events.Length > 0 && Events.Any(e => e.Kind == TraceEventKind.Truncated);
}
