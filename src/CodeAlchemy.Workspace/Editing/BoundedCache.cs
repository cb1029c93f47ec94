namespace CodeAlchemy.Workspace.Editing;

/// <summary>What was made of texts that are still open, the least lately used given up first. Thread-safe.</summary>
/// <param name="most">Most entries.</param>
internal sealed class BoundedCache<T>(int most)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<(string Key, string Text, T Value)> _entries = [];

    /// <summary>What was made of a text, or what is made of it now.</summary>
    /// <param name="key">What is made.</param>
    /// <param name="text">Of which text.</param>
    /// <param name="make">Makes it; may be called twice when two ask at once.</param>
    public T Get(string key, string text, Func<T> make)
    {
        if (TryGet(key, text, out var known))
        {
            return known;
        }

        var value = make();
        lock (_lock)
        {
            _entries.AddFirst((key, text, value));
            if (_entries.Count > most)
            {
                _entries.RemoveLast();
            }
        }

        return value;
    }

    private bool TryGet(string key, string text, out T value)
    {
        lock (_lock)
        {
            for (var node = _entries.First; node is not null; node = node.Next)
            {
                if (node.Value.Key == key && string.Equals(node.Value.Text, text, StringComparison.Ordinal))
                {
                    _entries.Remove(node);
                    _entries.AddFirst(node);
                    value = node.Value.Value;
                    return true;
                }
            }
        }

        value = default!;
        return false;
    }
}
