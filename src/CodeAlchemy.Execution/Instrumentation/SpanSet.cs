using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Execution.Instrumentation;

/// <summary>Nested spans of one text, asked for the innermost around a place. Immutable.</summary>
internal sealed class SpanSet
{
    private readonly SourceSpan[] _spans;
    private readonly int[] _parents;

    public SpanSet(IEnumerable<SourceSpan> spans)
    {
        _spans = [.. spans.DistinctBy(s => (s.Start, s.End)).OrderBy(s => s.Start).ThenByDescending(s => s.End)];
        _parents = new int[_spans.Length];
        var open = new Stack<int>();
        for (var i = 0; i < _spans.Length; i++)
        {
            while (open.Count > 0 && _spans[open.Peek()].End < _spans[i].End)
            {
                open.Pop();
            }

            _parents[i] = open.Count > 0 ? open.Peek() : -1;
            open.Push(i);
        }
    }

    /// <summary>Whether exactly this span is in the set.</summary>
    public bool Contains(SourceSpan span) => Array.Exists(_spans, s => s.Start == span.Start && s.End == span.End);

    /// <summary>The innermost span that covers a range, or <see langword="null"/>.</summary>
    public SourceSpan? Innermost(int start, int end) => Around(start, end).Select(s => (SourceSpan?)s).FirstOrDefault();

    /// <summary>The spans that cover a range, innermost first.</summary>
    public IEnumerable<SourceSpan> Around(int start, int end)
    {
        for (var i = Last(start); i >= 0; i = _parents[i])
        {
            if (_spans[i].End >= end)
            {
                yield return _spans[i];
            }
        }
    }

    // The last span that begins at or before a place; its ancestors are the other candidates.
    private int Last(int start)
    {
        var (low, high) = (0, _spans.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _spans[middle].Start <= start ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
