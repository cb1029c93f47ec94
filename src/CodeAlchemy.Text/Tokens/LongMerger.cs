namespace CodeAlchemy.Text.Tokens;

/// <summary>
/// Merges pieces of any length with a queue, n·log n steps for n bytes: every merge adds at most two entries, and an entry whose tokens
/// have changed meanwhile is dropped when its turn comes.
/// </summary>
internal sealed class LongMerger
{
    private const int Gone = -1;
    private readonly int[] _ids;
    private readonly int[] _next;
    private readonly int[] _previous;
    private readonly Dictionary<ulong, Merge> _merges;

    // By rank, then by place, the order in which the merges are done: both in one number.
    private readonly PriorityQueue<int, long> _queue = new();

    private LongMerger(int[] ids, Dictionary<ulong, Merge> merges)
    {
        (_ids, _merges) = (ids, merges);
        _next = [.. Enumerable.Range(1, ids.Length)];
        _previous = [.. Enumerable.Range(-1, ids.Length)];
    }

    /// <summary>Merges in place.</summary>
    /// <returns>How many tokens are left at the front of the array.</returns>
    public static int Merge(int[] ids, Dictionary<ulong, Merge> merges)
    {
        var merger = new LongMerger(ids, merges);
        merger.Run();
        return merger.Pack();
    }

    private void Run()
    {
        for (var place = 0; place + 1 < _ids.Length; place++)
        {
            Add(place);
        }

        while (_queue.TryDequeue(out var place, out var priority))
        {
            if (_ids[place] != Gone && Look(place) is { } merge && merge.Rank == priority >> 32)
            {
                Join(place, merge.Id);
            }
        }
    }

    private void Join(int place, int id)
    {
        var right = _next[place];
        _ids[place] = id;
        _ids[right] = Gone;
        _next[place] = _next[right];
        if (_next[place] < _ids.Length)
        {
            _previous[_next[place]] = place;
            Add(place);
        }

        if (_previous[place] >= 0)
        {
            Add(_previous[place]);
        }
    }

    private void Add(int place)
    {
        if (Look(place) is { } merge)
        {
            _queue.Enqueue(place, ((long)merge.Rank << 32) | (uint)place);
        }
    }

    private Merge? Look(int place) =>
        _next[place] < _ids.Length && _merges.TryGetValue(BytePairs.Key(_ids[place], _ids[_next[place]]), out var merge) ? merge : null;

    private int Pack()
    {
        var count = 0;
        for (var place = 0; place < _ids.Length; place = _next[place])
        {
            _ids[count++] = _ids[place];
        }

        return count;
    }
}
