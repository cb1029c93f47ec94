using System.Collections.Immutable;

namespace CodeAlchemy.Execution.Instrumentation;

/// <summary>All that can be inserted into one text, in the order of the text.</summary>
/// <param name="Utf8">The original text.</param>
/// <param name="Insertions">Insertions, sorted by place and order.</param>
/// <param name="Functions">Functions with a place for insertions.</param>
/// <param name="Records">User-defined types.</param>
/// <param name="Skipped">Names of functions left out because their text does not parse.</param>
internal sealed record InstrumentationPlan(
    ReadOnlyMemory<byte> Utf8,
    ImmutableArray<PlannedInsertion> Insertions,
    ImmutableArray<PlannedFunction> Functions,
    ImmutableArray<PlannedRecord> Records,
    ImmutableArray<string> Skipped);
