using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions.Tracing;

/// <summary>
/// The digest of a trace: SHA-256 over its canonical lines without the header's environment and the end's counters.
/// Two runs with the same digest did the same, step by step.
/// </summary>
public static class TraceDigest
{
    /// <summary>Computes the digest as lower-case hexadecimal; <see cref="TraceEnd.Digest"/> itself is not covered.</summary>
    public static string Compute(TraceHeader header, ImmutableArray<TraceEvent> events, TraceEnd end)
    {
        using var digest = new RunningDigest(header);
        digest.Append(events.AsMemory());
        return digest.Finish(end);
    }

    /// <summary>Whether the digest a trace carries is the one its content gives.</summary>
    public static bool IsRight(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return trace.End.Digest == Compute(trace.Header, trace.Events, trace.End);
    }
}
