using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>What happened on one line over a whole run.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Count">How often it ran.</param>
/// <param name="Variables">Variables that it changed, in the order in which it first changed them.</param>
/// <param name="Returned">What was returned from it; <see langword="null"/> when nothing was.</param>
public sealed record LineRecord(int Line, int Count, ImmutableArray<LineValues> Variables, LineValues? Returned);

/// <summary>Values that a line gave a variable.</summary>
/// <param name="Name">The variable.</param>
/// <param name="First">The first of them.</param>
/// <param name="Last">The last of them.</param>
/// <param name="Count">How many.</param>
public sealed record LineValues(string Name, TraceValue First, TraceValue Last, int Count);

/// <summary>A variable at a moment.</summary>
/// <param name="Step">Index of the step that made it, from 0.</param>
/// <param name="Line">Line that made it, from 1.</param>
/// <param name="Frame">Frame.</param>
/// <param name="Value">The value.</param>
public sealed record VariableMoment(int Step, int Line, int Frame, TraceValue Value);
