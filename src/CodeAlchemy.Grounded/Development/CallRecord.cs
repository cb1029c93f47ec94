using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Development;

/// <summary>One call as it happened.</summary>
/// <param name="Frame">Number of the frame.</param>
/// <param name="Caller">Frame it was called from; 0 for the outermost.</param>
/// <param name="Function">Name of the function as the tracer gives it.</param>
/// <param name="Line">Line of the function's head as the tracer gives it; 0 when not known.</param>
/// <param name="Depth">Depth, from 0.</param>
/// <param name="Arguments">Parameters with their values at the call.</param>
/// <param name="Returned">The returned value; <see langword="null"/> when there is none.</param>
/// <param name="Unwound">Whether an exception ended it.</param>
/// <param name="IsResumed">Whether the frame was entered more than once, as a generator's is.</param>
/// <param name="IsElsewhere">Whether the function stands in another file.</param>
public sealed record CallRecord(
    int Frame,
    int Caller,
    string Function,
    int Line,
    int Depth,
    ImmutableArray<TraceVariable> Arguments,
    TraceValue? Returned,
    bool Unwound,
    bool IsResumed,
    bool IsElsewhere)
{
    /// <summary>The function's name without what stands around it: <c>add</c> of <c>Ledger.add</c> or <c>Ledger::add(int)</c>, <c>free</c> of <c>Lot.get free</c>.</summary>
    public string ShortName
    {
        get
        {
            var head = Function.IndexOf('(', StringComparison.Ordinal) is > 0 and var at ? Function[..at] : Function;
            var name = head[(head.LastIndexOfAny(['.', ':', '#', '$']) + 1)..];
            return name.StartsWith("get ", StringComparison.Ordinal) || name.StartsWith("set ", StringComparison.Ordinal) ? name[4..] : name;
        }
    }
}
