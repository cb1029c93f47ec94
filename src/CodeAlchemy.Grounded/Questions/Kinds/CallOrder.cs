using System.Collections.Immutable;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>
/// Which calls come in an order that the language fixes. C and C++ leave it to the compiler in which order the operands of an
/// expression are evaluated, so "the third call" of a function that one line calls twice is not the same call everywhere.
/// </summary>
internal sealed class CallOrder
{
    private readonly bool _isLoose;
    private readonly ILookup<int, int> _starts;

    public CallOrder(CaseStudy study, ImmutableArray<LineStep> steps)
    {
        _isLoose = study.Source.Language is "c" or "cpp";
        _starts = steps.ToLookup(s => s.Frame, s => s.Sequence);
    }

    /// <summary>Whether no two of these calls are made by one run of one line.</summary>
    public bool IsFixed(IEnumerable<CallInfo> calls)
    {
        if (!_isLoose)
        {
            return true;
        }

        var seen = new HashSet<(int, int)>();
        return calls.All(c => seen.Add((c.Caller, _starts[c.Caller].LastOrDefault(start => start < c.Entered))));
    }
}
