using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>One run of one line of the main file, with what it did to its own frame. Immutable.</summary>
public sealed record LineStep
{
    /// <summary>Number of the event.</summary>
    public required int Sequence { get; init; }

    /// <summary>Frame it runs in.</summary>
    public required int Frame { get; init; }

    /// <summary>The line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Which run of the line it is, from 1, over all frames.</summary>
    public required int Visit { get; init; }

    /// <summary>Variables of the frame before it runs.</summary>
    public required ImmutableSortedDictionary<string, TraceValue> Before { get; init; }

    /// <summary>Variables of the frame at the frame's next event; <see langword="null"/> when there is none.</summary>
    public ImmutableSortedDictionary<string, TraceValue>? After { get; init; }

    /// <summary>Kind of the frame's next event.</summary>
    public TraceEventKind? Next { get; init; }

    /// <summary>The line of the main file that the same frame runs next; 0 when it runs none.</summary>
    public int NextLine { get; init; }

    /// <summary>Whether the line ran to its end: the frame went on to another line, or returned without unwinding.</summary>
    public bool Completed { get; init; }
}
