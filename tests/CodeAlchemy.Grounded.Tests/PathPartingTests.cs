using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Tests.Questions;
using Xunit;

namespace CodeAlchemy.Grounded.Tests;

public sealed class PathPartingTests
{
    [Fact]
    public void Two_runs_part_where_they_run_different_lines_whatever_their_values()
    {
        var parting = PathParting.Of(QuestionPrograms.Grades().Replay, QuestionPrograms.FewGrades().Replay)!;

        Assert.Equal((12, 2), (parting.First!.Line, parting.First.Visit));
        Assert.Equal((12, 13, 14), (parting.Second!.Line, parting.FirstNext!.Line, parting.SecondNext!.Line));
        Assert.Equal(8, parting.Steps);
    }

    [Fact]
    public void Runs_of_the_same_lines_do_not_part() =>
        Assert.Null(PathParting.Of(Replay("call 1 main\nline 1 1\nline 1 2 x=1\n"), Replay("call 1 main\nline 1 1\nline 1 2 x=2\n")));

    [Fact]
    public void A_run_that_ends_first_has_no_next_line()
    {
        var parting = PathParting.Of(Replay("call 1 main\nline 1 1\n"), Replay("call 1 main\nline 1 1\nline 1 2\n"))!;

        Assert.Null(parting.FirstNext);
        Assert.Equal((1, 2), (parting.First!.Line, parting.SecondNext!.Line));
    }

    private static TraceReplay Replay(string script) => TraceReplay.Of(TraceBuilder.Of(script));
}
