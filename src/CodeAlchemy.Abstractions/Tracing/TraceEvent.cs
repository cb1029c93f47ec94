using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions.Tracing;

/// <summary>One event of a trace. Members that don't apply to the kind are empty or <see langword="null"/>.</summary>
public sealed record TraceEvent
{
    /// <summary>Number of the event, from 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>Kind of the event.</summary>
    public required TraceEventKind Kind { get; init; }

    /// <summary>Frame, unique over all threads, from 1; 0 where no frame applies.</summary>
    public int Frame { get; init; }

    /// <summary>Depth of the frame, from 0; only on calls.</summary>
    public int Depth { get; init; }

    /// <summary>Name of the function; only on calls.</summary>
    public string? Function { get; init; }

    /// <summary>Line in the source, from 1; 0 where none applies.</summary>
    public int Line { get; init; }

    /// <summary>File, when it is not the main one.</summary>
    public string? File { get; init; }

    /// <summary>Thread, from 1; 1 is the main one.</summary>
    public int Thread { get; init; } = 1;

    /// <summary>Variables that changed since the frame's last event, in the tracer's order.</summary>
    public ImmutableArray<TraceVariable> Set { get; init; } = [];

    /// <summary>Names that went away since the frame's last event.</summary>
    public ImmutableArray<string> Deleted { get; init; } = [];

    /// <summary>The returned value; only on returns that did not unwind.</summary>
    public TraceValue? Value { get; init; }

    /// <summary>Whether the frame was left by an exception.</summary>
    public bool Unwound { get; init; }

    /// <summary>The exception; on exception and catch.</summary>
    public TraceException? Exception { get; init; }

    /// <summary>What was written or read; on output and input.</summary>
    public TraceChunk? Chunk { get; init; }

    /// <summary><c>start</c> or <c>end</c> for a thread, the limit (<c>events</c> or <c>bytes</c>) for truncated; else <see langword="null"/>.</summary>
    public string? Note { get; init; }
}
