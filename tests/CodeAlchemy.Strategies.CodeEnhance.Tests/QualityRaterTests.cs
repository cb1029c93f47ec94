using CodeAlchemy.Grounded.Quality;
using Xunit;

namespace CodeAlchemy.Strategies.CodeEnhance.Tests;

public sealed class QualityRaterTests
{
    [Theory]
    [MemberData(nameof(Languages.Programs), MemberType = typeof(Languages))]
    public void A_decent_program_is_good_in_every_language(string file)
    {
        using var program = Languages.Parsed(Languages.Program(file));
        var quality = QualityRater.Of(program);

        Assert.InRange(quality.Score, new CodeEnhanceOptions().Threshold, 1);
        Assert.All([quality.Documentation, quality.Names, quality.Layout, quality.Structure, quality.Tidiness], feature => Assert.InRange(feature, 0, 1));
    }

    [Fact]
    public void A_bad_program_is_not_good()
    {
        using var program = Languages.Parsed("def f(a1,b1):\n x1=0\n if 1:\n  if a1>5:\n   x1=a1*17+b1*23;x1=x1-4\n #x1 = 0;\n r=x1\n return r\n", "bad.py");

        Assert.InRange(QualityRater.Of(program).Score, 0, 0.45);
    }

    [Fact]
    public void A_syntax_error_halves_the_score()
    {
        var quality = new CodeQuality(1, 1, 1, 1, 1, false);

        Assert.Equal(1, quality.Score);
        Assert.Equal(0.5, (quality with { HasSyntaxError = true }).Score);
        Assert.Equal(0.25, (quality with { Documentation = 0, Names = 0, HasSyntaxError = true }).Score);
    }

    [Theory]
    [InlineData("int used = 1; x = used;", "int idle = 1;", "    return x + 1;")]
    [InlineData("return x > 0;", "if (x > 0) { return 1; } else { return 0; }", "")]
    [InlineData("int y = x;\n    x = y;", "if (0) {\n        x = 1;\n    }", "    return x + 1;")]
    [InlineData("// Says why this is so.", "// x = x + 1;", "    return x;")]
    public void What_had_better_not_be_there_lowers_tidiness(string good, string bad, string rest)
    {
        Assert.Equal(1, Tidiness($"int f(int x)\n{{\n    {good}\n{rest}\n}}\n"));
        Assert.True(Tidiness($"int f(int x)\n{{\n    {bad}\n{rest}\n}}\n") < 1);
    }

    private static double Tidiness(string text)
    {
        using var program = Languages.Parsed(text, "f.c");
        return QualityRater.Of(program).Tidiness;
    }
}
