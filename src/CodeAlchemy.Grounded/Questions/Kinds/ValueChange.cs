using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>A variable got a value.</summary>
/// <param name="Line">The line that ran; 0 for a value that the call brought.</param>
/// <param name="Value">The value.</param>
/// <param name="Sequence">Number of the event at which it was seen.</param>
internal readonly record struct ValueChange(int Line, TraceValue Value, int Sequence)
{
    public bool IsEntry => Line == 0;
}
