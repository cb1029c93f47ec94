using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions.Tracing;

/// <summary>The record of one execution (<c>codealchemy.trace/1</c>). Immutable.</summary>
/// <param name="Header">What was run and how.</param>
/// <param name="Events">The events, numbered from 1 without gaps.</param>
/// <param name="End">How the execution ended, as the host saw it.</param>
public sealed record Trace(TraceHeader Header, ImmutableArray<TraceEvent> Events, TraceEnd End);
