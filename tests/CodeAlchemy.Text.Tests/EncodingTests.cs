using System.Text.Json.Nodes;
using CodeAlchemy.Text.Tokens;
using Xunit;

namespace CodeAlchemy.Text.Tests;

public sealed class EncodingTests
{
    [Fact]
    public void Decoding_gives_the_text_back_for_all_of_unicode() =>
        Assert.All(Samples.Random(3000), text => Assert.Equal(text, ByteLevelBpe.BuiltIn.Decode(ByteLevelBpe.BuiltIn.Encode(text))));

    [Fact]
    public void Every_character_by_itself_comes_back()
    {
        var all = string.Concat(Enumerable.Range(0, 0x110000).Where(value => value is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32));
        Assert.Equal(all, ByteLevelBpe.BuiltIn.Decode(ByteLevelBpe.BuiltIn.Encode(all)));
    }

    [Fact]
    public void Tokens_equal_those_of_the_slow_way()
    {
        using var stream = typeof(ByteLevelBpe).Assembly.GetManifestResourceStream("codealchemy-8k.json")!;
        var naive = new NaiveBpe(JsonNode.Parse(stream)!);
        var texts = Samples.Random(1500, highest: 0xFFFF).Concat(Sources());
        Assert.All(texts, text => Assert.Equal(naive.Encode(text), ByteLevelBpe.BuiltIn.Encode(text)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(47)]
    [InlineData(48)]
    [InlineData(49)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(700)]
    public void Short_and_long_pieces_are_merged_alike(int length)
    {
        var naive = new NaiveBpe(Samples.Small());
        var tokenizer = Samples.Load(Samples.Small());
        var random = new Random(length);
        for (var i = 0; i < 20; i++)
        {
            var word = string.Concat(Enumerable.Range(0, length).Select(_ => "etaoinrs"[random.Next(8)]));
            Assert.Equal(naive.Encode(word), tokenizer.Encode(word));
        }
    }

    [Fact]
    public void A_lone_surrogate_is_a_replacement_character()
    {
        // Not data of an attribute: those are stored as UTF-8, which has no lone surrogates.
        (string Text, string Same)[] cases =
        [
            ("a\uD800b", "a\uFFFDb"),
            ("\uDC00", "\uFFFD"),
            ("\uD83D\uD83D\uDE42\uDE42", "\uFFFD\uD83D\uDE42\uFFFD"),
            ("x\uDBFF", "x\uFFFD"),
        ];
        Assert.All(cases, pair => Assert.Equal(ByteLevelBpe.BuiltIn.Encode(pair.Same), ByteLevelBpe.BuiltIn.Encode(pair.Text)));
    }

    [Fact]
    public void The_empty_text_has_no_tokens() => Assert.Equal(0, ByteLevelBpe.BuiltIn.Count(""));

    [Fact]
    public void An_id_without_a_token_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ByteLevelBpe.BuiltIn.Decode([ByteLevelBpe.BuiltIn.VocabularySize]));

    [Fact]
    public async Task Counts_at_the_same_time_equal_counts_one_after_another()
    {
        var texts = Samples.Random(2000).ToArray();
        var expected = texts.Select(Samples.Load(Samples.Small()).Count).ToArray();
        var shared = Samples.Load(Samples.Small());
        var tasks = Enumerable.Range(0, 8).Select(_ => Task.Run(() => texts.Select(shared.Count).ToArray(), TestContext.Current.CancellationToken));
        Assert.All(await Task.WhenAll(tasks), counts => Assert.Equal(expected, counts));
    }

    [Fact]
    public void More_distinct_pieces_than_the_cache_holds_are_counted_alike()
    {
        var tokenizer = Samples.Load(Samples.Small());
        var text = string.Join(' ', Enumerable.Range(0, 90_000).Select(number => $"w{Letters(number)}"));
        var first = tokenizer.Encode(text);
        Assert.Equal(first, tokenizer.Encode(text));
        Assert.Equal(text, tokenizer.Decode(first));
    }

    private static string Letters(int number) => string.Concat($"{number}".Select(digit => (char)('a' + digit - '0')));

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Samples.Root, "examples/corpus"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Take(20)
            .Select(File.ReadAllText).Where(text => !text.Any(char.IsSurrogate));
}
