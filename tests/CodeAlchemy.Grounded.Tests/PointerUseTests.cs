using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Faults;
using Xunit;

namespace CodeAlchemy.Grounded.Tests;

public sealed class PointerUseTests
{
    private const string Text = """
        static int admit(const struct job *jobs, int table[], int next, int clock)
        {
            while (next < 4 && jobs[next].arrival <= clock)
                next++;
            int total = clock + 1;
            int *rest = table;
            if (total > 3)
                *rest = total * 2;
            int local[4] = {0};
            local[total] = 1;
            return total - 1;
        }
        """;

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(8, true)]
    [InlineData(7, false)]
    [InlineData(10, false)]
    [InlineData(11, false)]
    public void A_line_decides_what_a_pointer_reaches(int line, bool decides) => Assert.Equal(decides, new PointerUse(Source("c")).Decides(SourceOutline.Empty, line));

    [Fact]
    public void Other_languages_have_no_pointers() => Assert.False(new PointerUse(Source("python")).Decides(SourceOutline.Empty, 3));

    private static SourceFile Source(string language) => new() { Ordinal = 0, Path = "program", Language = language, Text = Text, Sha256 = "00" };
}
