using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions.Tracing;

/// <summary>Bytes written to or read from a file descriptor.</summary>
/// <param name="Descriptor">1 stdout, 2 stderr, 0 stdin.</param>
/// <param name="Bytes">The bytes; shown as <c>text</c> when they are valid UTF-8 and as <c>base64</c> otherwise.</param>
public sealed record TraceChunk(int Descriptor, ImmutableArray<byte> Bytes);
