using System.Globalization;
using CodeAlchemy.Text.Tokens.Normalizing;
using Xunit;

namespace CodeAlchemy.Text.Tests;

public sealed class ComposerTests
{
    [Fact]
    public void Text_is_composed_as_the_tests_of_unicode_say()
    {
        var lines = File.ReadLines(Samples.Fixture("normalization.txt")).Where(line => line[0] != '#').ToArray();
        Assert.True(lines.Length > 400);
        Assert.All(lines, line =>
        {
            var columns = line.Split(';').Select(Text).ToArray();
            Assert.All(columns, text => Assert.Equal(columns[1], Composer.Compose(text)));
        });
    }

    [Fact]
    public void Every_hangul_syllable_is_composed_of_its_parts()
    {
        for (var syllable = 0xAC00; syllable < 0xD7A4; syllable++)
        {
            var index = syllable - 0xAC00;
            var parts = $"{(char)(0x1100 + (index / 588))}{(char)(0x1161 + (index % 588 / 28))}{(index % 28 == 0 ? "" : (char)(0x11A7 + (index % 28)))}";
            Assert.Equal(((char)syllable).ToString(), Composer.Compose(parts));
        }
    }

    [Fact]
    public void Text_below_the_first_combining_character_is_the_same_object()
    {
        var text = new string('ÿ', 3);
        Assert.Same(text, Composer.Compose(text));
    }

    private static string Text(string column) =>
        string.Concat(column.Split(' ').Select(code => char.ConvertFromUtf32(int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));
}
