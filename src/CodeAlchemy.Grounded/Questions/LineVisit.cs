using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Questions;

/// <summary>A line of the main file at the moment it is about to run.</summary>
/// <param name="Sequence">Number of the event.</param>
/// <param name="Frame">Frame it runs in.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Visit">How many times the line was about to run by now, from 1, over all frames.</param>
/// <param name="State">Variables of the frame, sorted by name.</param>
public sealed record LineVisit(
    int Sequence,
    int Frame,
    int Line,
    int Visit,
    ImmutableSortedDictionary<string, TraceValue> State);
