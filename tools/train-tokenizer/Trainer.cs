using System.Text;

namespace CodeAlchemy.TrainTokenizer;

/// <summary>
/// Learns merges: again and again the pair of neighbours that stands most often becomes a token; of equals the one with the lower ids.
/// The same words give the same merges.
/// </summary>
internal sealed class Trainer
{
    private readonly List<List<int>> _words = [];
    private readonly List<long> _weights = [];
    private readonly Dictionary<(int Left, int Right), Pair> _pairs = [];
    private readonly PriorityQueue<(int Left, int Right), (long Negated, int Left, int Right)> _queue = new();

    private Trainer(Words words)
    {
        foreach (var (word, count) in words.InOrder)
        {
            _words.Add([.. Encoding.UTF8.GetBytes(word).Select(value => (int)value)]);
            _weights.Add(count);
            Count(_words.Count - 1, 1);
        }

        foreach (var pair in _pairs.Keys)
        {
            Enqueue(pair);
        }
    }

    /// <summary>Learns merges. Ids 0 to 255 are the bytes; the n-th merge makes the id 256 + n.</summary>
    /// <param name="words">Pieces with their counts.</param>
    /// <param name="size">Number of tokens to reach, or fewer where no pair stands twice.</param>
    public static List<(int Left, int Right)> Learn(Words words, int size)
    {
        var trainer = new Trainer(words);
        var merges = new List<(int, int)>();
        while (merges.Count + 256 < size && trainer.Next() is { } pair)
        {
            trainer.Apply(pair, 256 + merges.Count);
            merges.Add(pair);
        }

        return merges;
    }

    private (int Left, int Right)? Next()
    {
        while (_queue.TryDequeue(out var pair, out var priority))
        {
            var count = _pairs.TryGetValue(pair, out var state) ? state.Count : 0;
            if (count < 2)
            {
                continue;
            }

            if (count == -priority.Negated)
            {
                return pair;
            }

            Enqueue(pair);
        }

        return null;
    }

    private void Apply((int Left, int Right) pair, int id)
    {
        var changed = new HashSet<(int, int)>();
        foreach (var index in _pairs[pair].Words.ToArray())
        {
            Count(index, -1);
            Join(_words[index], pair, id);
            changed.UnionWith(Count(index, 1));
        }

        _pairs.Remove(pair);
        foreach (var made in changed.Where(_pairs.ContainsKey))
        {
            Enqueue(made);
        }
    }

    private static void Join(List<int> word, (int Left, int Right) pair, int id)
    {
        var kept = 0;
        for (var i = 0; i < word.Count; i++)
        {
            var joins = word[i] == pair.Left && i + 1 < word.Count && word[i + 1] == pair.Right;
            word[kept++] = joins ? id : word[i];
            i += joins ? 1 : 0;
        }

        word.RemoveRange(kept, word.Count - kept);
    }

    /// <summary>Adds a word's pairs to the counts, or takes them off.</summary>
    private List<(int Left, int Right)> Count(int index, int sign)
    {
        var (word, seen) = (_words[index], new List<(int, int)>());
        for (var i = 0; i + 1 < word.Count; i++)
        {
            var key = (word[i], word[i + 1]);
            if (!_pairs.TryGetValue(key, out var pair))
            {
                _pairs.Add(key, pair = new Pair());
            }

            pair.Count += sign * _weights[index];
            _ = sign > 0 ? pair.Words.Add(index) : pair.Words.Remove(index);
            seen.Add(key);
        }

        return seen;
    }

    private void Enqueue((int Left, int Right) pair) => _queue.Enqueue(pair, (-_pairs[pair].Count, pair.Left, pair.Right));

    private sealed class Pair
    {
        public long Count { get; set; }

        public HashSet<int> Words { get; } = [];
    }
}
