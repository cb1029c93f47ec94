using System.Collections.Immutable;

namespace CodeAlchemy.Execution.Instrumentation;

/// <summary>Where an insertion came to stand in the instrumented text, in bytes, and where its variables are in it.</summary>
/// <param name="Insertion">The insertion.</param>
/// <param name="Start">First byte.</param>
/// <param name="End">The byte after the last.</param>
/// <param name="Variables">Ranges of variables, relative to <paramref name="Start"/>.</param>
internal sealed record RenderedInsertion(
    PlannedInsertion Insertion, int Start, int End, ImmutableArray<(int Start, int End, PlannedVariable Variable)> Variables);
