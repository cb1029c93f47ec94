using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Text;
using Xunit;

namespace CodeAlchemy.Grounded.Tests;

public sealed class PhrasingTests
{
    [Fact]
    public void A_bank_has_one_wording_per_line_without_comments()
    {
        Assert.Equal(["One {a}.", "Two."], PhraseBank.Parse("# wordings\nOne {a}.\n\n  Two.\n").Wordings);
        Assert.Throws<FormatException>(() => PhraseBank.Parse("# nothing\n"));
    }

    [Fact]
    public void The_same_sequence_chooses_the_same_wording_and_every_wording_is_chosen_sometime()
    {
        var bank = PhraseBank.Parse("a\nb\nc\n");
        var chosen = Enumerable.Range(0, 60).Select(i => bank.Choose(new SeededRandom($"{i}"))).ToArray();

        Assert.Equal(chosen, Enumerable.Range(0, 60).Select(i => bank.Choose(new SeededRandom($"{i}"))));
        Assert.Equal(["a", "b", "c"], chosen.Distinct().Order());
    }

    [Fact]
    public void Slots_are_filled_and_an_unknown_slot_is_refused()
    {
        var slots = new Dictionary<string, string> { ["file"] = "`a{b}.c`" };

        Assert.Equal("See `a{b}.c` {X}.", PhraseBank.Fill("See {file} {X}.", slots));
        Assert.Throws<FormatException>(() => PhraseBank.Fill("{other}", slots));
    }

    [Theory]
    [InlineData(1, "first")]
    [InlineData(10, "tenth")]
    [InlineData(11, "11th")]
    [InlineData(21, "21st")]
    [InlineData(112, "112th")]
    [InlineData(103, "103rd")]
    public void Ordinals_are_written_as_in_English(int number, string expected) => Assert.Equal(expected, Ordinals.Of(number));

    [Fact]
    public void A_fence_is_longer_than_any_run_of_backticks_inside()
    {
        Assert.Equal("```c\nx\n```", Fences.Wrap("x", "c"));
        Assert.Equal("````\na ``` b\n````", Fences.Wrap("a ``` b\n"));
        Assert.Equal("`a`", Fences.Span("a"));
        Assert.Equal("`` a`b ``", Fences.Span("a`b"));
    }

    [Fact]
    public void Numbered_lines_are_aligned_and_keep_their_indentation()
    {
        var text = string.Join('\n', Enumerable.Range(1, 10).Select(i => i == 2 ? "" : "  x")) + "\n";

        Assert.StartsWith(" 1    x\n 2\n 3    x\n", Fences.Number(text), StringComparison.Ordinal);
        Assert.EndsWith("10    x\n", Fences.Number(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_are_quoted_only_where_a_shell_needs_it()
    {
        Assert.Equal("3 -x a=b 'two words' '' 'it'\\''s' '*'", ShellWords.Join(["3", "-x", "a=b", "two words", "", "it's", "*"]));
    }

    [Fact]
    public void Bytes_that_are_not_readable_are_no_plain_text()
    {
        Assert.Equal("a\tb\n", PlainText.Of([0x61, 9, 0x62, 10]));
        Assert.Null(PlainText.Of([0xff]));
        Assert.Null(PlainText.Of([0]));
        Assert.Null(PlainText.Of([0x1b]));
    }
}
