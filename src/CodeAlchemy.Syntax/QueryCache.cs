namespace CodeAlchemy.Syntax;

/// <summary>Compiled queries, the most recent ones kept. Thread-safe; a query in use outlives its place in the cache.</summary>
internal sealed class QueryCache : IDisposable
{
    private const int Capacity = 128;
    private readonly Lock _gate = new();
    private readonly Dictionary<(nint Language, string Text), CompiledQuery> _queries = [];
    private readonly Queue<(nint Language, string Text)> _order = [];

    /// <exception cref="FormatException">The query is not valid.</exception>
    public CompiledQuery Get(nint language, string text)
    {
        lock (_gate)
        {
            if (_queries.TryGetValue((language, text), out var known))
            {
                return known;
            }

            var query = CompiledQuery.Compile(language, text);
            if (_order.Count == Capacity)
            {
                // Left to the finaliser of its handle: another thread may be running it.
                _queries.Remove(_order.Dequeue());
            }

            _queries.Add((language, text), query);
            _order.Enqueue((language, text));
            return query;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _queries.Clear();
            _order.Clear();
        }
    }
}
