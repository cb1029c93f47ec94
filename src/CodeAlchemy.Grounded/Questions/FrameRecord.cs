using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Questions;

/// <summary>One call of a function.</summary>
/// <param name="Frame">Number of the frame.</param>
/// <param name="Function">Name of the function.</param>
/// <param name="Depth">Depth, from 0.</param>
/// <param name="Returned">The returned value; <see langword="null"/> when there is none.</param>
/// <param name="Unwound">Whether it was left by an exception.</param>
public sealed record FrameRecord(int Frame, string Function, int Depth, TraceValue? Returned, bool Unwound);
