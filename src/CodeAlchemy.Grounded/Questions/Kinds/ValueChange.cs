using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>A variable got a value.</summary>
/// <param name="Line">The line that ran; 0 for a value that the call brought.</param>
/// <param name="Value">The value.</param>
/// <param name="Sequence">Number of the event at which it was seen.</param>
/// <param name="ByCall">Whether a call that the line makes gave it the value, and not the line itself.</param>
internal readonly record struct ValueChange(int Line, TraceValue Value, int Sequence, bool ByCall = false)
{
    public bool IsEntry => Line == 0;
}
