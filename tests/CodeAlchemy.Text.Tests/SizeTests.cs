using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Text.Tokens;
using Xunit;

namespace CodeAlchemy.Text.Tests;

/// <summary>Texts that a quadratic method would take hours for; the tests end only if the work grows about as the text does.</summary>
public sealed class SizeTests
{
    private const int Length = 1 << 20;

    [Theory]
    [InlineData("a")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("=")]
    [InlineData("7")]
    [InlineData("字")]
    [InlineData("\u0301")]
    [InlineData("\U0001F642")]
    [InlineData("ab")]
    [InlineData("A")]
    [InlineData("\u00e9\u0323")]
    public void A_million_times_the_same_is_counted(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, Length / unit.Length));
        foreach (var tokenizer in new[] { ByteLevelBpe.BuiltIn, Composing() })
        {
            var tokens = tokenizer.Encode(text);
            Assert.Equal(tokens.Length, tokenizer.Count(text));
            Assert.InRange(tokens.Length, 1, 4 * Length);
        }

        Assert.Equal(text, ByteLevelBpe.BuiltIn.Decode(ByteLevelBpe.BuiltIn.Encode(text)));
    }

    [Fact]
    public void A_pattern_that_goes_over_the_text_again_from_every_place_is_stopped()
    {
        var file = Samples.Small();
        file["pre_tokenizer"]!["pretokenizers"]![0]!["pattern"]!["Regex"] = @"\s*x";
        var tokenizer = Samples.Load(file);
        Assert.Equal(2, tokenizer.Count("  x"));
        var problem = Assert.Throws<ProblemException>(() => tokenizer.Count(new string(' ', 200_000))).Problem;
        Assert.Equal("slow-tokenizer", problem.Code);
        Assert.Contains(@"'\s*x'", problem.Message, StringComparison.Ordinal);
    }

    private static ByteLevelBpe Composing()
    {
        var file = Samples.Small();
        file["normalizer"] = new JsonObject { ["type"] = "NFC" };
        return Samples.Load(file);
    }
}
