namespace CodeAlchemy.Compiler;

/// <summary>Where probes go, and what the recorder has to know about them.</summary>
internal sealed class Plan
{
    private readonly List<Function> _functions = [];

    public Edits Edits { get; } = new();

    public Sites Sites { get; } = new();

    public void Add(Function function) => _functions.Add(function);

    public void Close()
    {
        foreach (var function in _functions)
        {
            function.AddTo(Sites);
        }
    }

    /// <summary>The starts of the innermost functions around a place, by which a planner leaves them out.</summary>
    public IEnumerable<int> FunctionsAt(int position) => _functions
        .Where(function => function.Node.Span.Contains(position) || function.Node.Span.End == position)
        .OrderBy(function => function.Node.Span.Length).Take(1).Select(function => function.Node.SpanStart);
}
