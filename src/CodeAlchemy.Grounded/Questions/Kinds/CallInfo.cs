using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>One call with its place among the others. Immutable.</summary>
public sealed record CallInfo
{
    /// <summary>Number of the frame.</summary>
    public required int Frame { get; init; }

    /// <summary>Name of the function as the trace has it.</summary>
    public required string Function { get; init; }

    /// <summary>Which call of the function it is, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Line of the function; 0 when the trace doesn't know it.</summary>
    public required int Line { get; init; }

    /// <summary>Depth, from 0.</summary>
    public required int Depth { get; init; }

    /// <summary>Frame of the caller; 0 for none.</summary>
    public required int Caller { get; init; }

    /// <summary>Line of the main file from which it is called; 0 when it isn't known.</summary>
    public required int Site { get; init; }

    /// <summary>Whether the function stands in the main file.</summary>
    public required bool InMainFile { get; init; }

    /// <summary>Number of the event of the call.</summary>
    public required int Entered { get; init; }

    /// <summary>The parameters.</summary>
    public ImmutableArray<TraceVariable> Parameters { get; init; } = [];

    /// <summary>Number of the event with which it was left; 0 when it never was.</summary>
    public int Left { get; init; }

    /// <summary>The line on which it was left; 0 when it isn't known.</summary>
    public int LeftLine { get; init; }

    /// <summary>The returned value; <see langword="null"/> when there is none.</summary>
    public TraceValue? Returned { get; init; }

    /// <summary>Whether it was left by an exception.</summary>
    public bool Unwound { get; init; }
}
