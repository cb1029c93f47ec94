using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>The program at one step of its trace.</summary>
/// <param name="Step">Index of the step, from 0.</param>
/// <param name="Event">What happened at it.</param>
/// <param name="Frames">The frames of its thread, innermost first.</param>
/// <param name="Stdout">What the program had written to standard output by then; the last 64 KiB of it.</param>
/// <param name="Stderr">The same for standard error.</param>
public sealed record TraceState(int Step, TraceEvent Event, ImmutableArray<FrameView> Frames, string Stdout, string Stderr);

/// <summary>A frame at a moment.</summary>
/// <param name="Frame">Its number.</param>
/// <param name="Function">Name of its function.</param>
/// <param name="Line">The line it is at, from 1; 0 when it is not known.</param>
/// <param name="File">File of that line; <see langword="null"/> for the main one.</param>
/// <param name="Variables">Its variables, in the order in which they came to be.</param>
/// <param name="Changed">Names of those that the step changed.</param>
public sealed record FrameView(
    int Frame, string Function, int Line, string? File, ImmutableArray<TraceVariable> Variables, ImmutableArray<string> Changed);
