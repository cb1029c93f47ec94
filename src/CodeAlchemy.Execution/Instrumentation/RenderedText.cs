using System.Collections.Immutable;

namespace CodeAlchemy.Execution.Instrumentation;

/// <summary>An instrumented text with the range of each insertion.</summary>
/// <param name="Utf8">The text.</param>
/// <param name="Insertions">Insertions in the order of the text.</param>
internal sealed record RenderedText(byte[] Utf8, ImmutableArray<RenderedInsertion> Insertions);
