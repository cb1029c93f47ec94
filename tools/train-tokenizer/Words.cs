using CodeAlchemy.Text.Tokens;
using CodeAlchemy.Text.Tokens.Splitting;

namespace CodeAlchemy.TrainTokenizer;

/// <summary>Counts the pieces that texts are cut into.</summary>
internal sealed class Words
{
    /// <summary>How texts are cut: words with the space before them, numbers of up to three digits, signs, line ends.</summary>
    public const string Pattern =
        @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    private static readonly PatternSplitter Splitter = new(Text.Tokens.Patterns.Pattern.Parse(Pattern));
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>The pieces with their counts, ordered by their text so that no order of files or of a hash table matters.</summary>
    public IEnumerable<KeyValuePair<string, long>> InOrder => _counts.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Counts the pieces of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="weight">How often it counts.</param>
    public void Add(string text, long weight) => Splitter.Split(WellFormed.Of(text), Splitter.NewState(), new Counter(_counts, weight));

    private sealed class Counter(Dictionary<string, long> counts, long weight) : PieceReceiver
    {
        protected override void TakePiece(ReadOnlySpan<char> piece)
        {
            var word = piece.ToString();
            counts[word] = counts.GetValueOrDefault(word) + weight;
        }
    }
}
