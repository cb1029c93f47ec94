using System.Text;
using CodeAlchemy.Grounded.Difficulty;
using CodeAlchemy.Grounded.Questions;
using Xunit;

namespace CodeAlchemy.Grounded.Tests;

public sealed class TraceAnswersTests
{
    private static readonly TraceReplay Replay = TraceReplay.Of(TraceBuilder.Of("""
        call 1 <module>
        line 1 1
        line 1 6 limit=3
        call 2 add n=1
        line 2 2
        line 2 3 m=2
        ret 2 3 =2
        line 1 7 total=2
        out 2\n
        call 3 add n=5
        line 3 2
        raise 3 2 ValueError too big
        catch 1 9 ValueError
        line 1 9 total=-1
        del 1 10 limit
        raise 1 10 KeyError
        ret 1 10
        """));

    [Fact]
    public void The_state_at_a_line_is_that_of_its_frame_before_the_line_runs()
    {
        var state = TraceAnswers.StateAt(Replay, 3, 1)!;

        Assert.Equal(["m", "n"], state.Keys);
        Assert.Equal("2", state["m"].Text);
        Assert.Equal("1", state["n"].Text);
    }

    [Fact]
    public void Visits_are_counted_over_all_frames_and_iterations_within_one()
    {
        Assert.Equal(2, TraceAnswers.Visits(Replay, 2));
        Assert.Equal(1, TraceAnswers.Iterations(Replay, 2, 3));
        Assert.Equal("5", TraceAnswers.StateAt(Replay, 2, 2)!["n"].Text);
        Assert.Null(TraceAnswers.StateAt(Replay, 2, 3));
    }

    [Fact]
    public void A_deleted_variable_is_gone_from_the_state()
    {
        Assert.Equal(["total"], TraceAnswers.StateAt(Replay, 10, 1)!.Keys);
    }

    [Fact]
    public void Covered_lines_are_ascending_and_distinct()
    {
        Assert.Equal([1, 2, 3, 6, 7, 9, 10], TraceAnswers.CoveredLines(Replay));
    }

    [Fact]
    public void Calls_returned_values_and_last_values_are_told_by_function()
    {
        Assert.Equal(2, TraceAnswers.CallCounts(Replay)["add"]);
        Assert.Equal("2", TraceAnswers.Returned(Replay, "add", 1)!.Text);
        Assert.Null(TraceAnswers.Returned(Replay, "add", 2));
        Assert.Equal("-1", TraceAnswers.LastValue(Replay, "<module>", "total")!.Text);
        Assert.Null(TraceAnswers.LastValue(Replay, "add", "absent"));
    }

    [Fact]
    public void Exceptions_are_paired_with_the_line_that_caught_them()
    {
        Assert.Equal(
            [new RaisedException("ValueError", "too big", 2, 9), new RaisedException("KeyError", null, 10, 0)],
            TraceAnswers.Exceptions(Replay));
    }

    [Fact]
    public void Output_is_put_together_from_the_trace()
    {
        Assert.Equal("2\n", Encoding.UTF8.GetString(TraceAnswers.Output(Replay, 1).AsSpan()));
        Assert.Empty(TraceAnswers.Output(Replay, 2));
    }

    [Fact]
    public void A_truncated_trace_is_known_as_such()
    {
        Assert.False(Replay.Truncated);
        Assert.True(TraceReplay.Of(TraceBuilder.Of("call 1 main\ncut")).Truncated);
    }

    [Fact]
    public void A_longer_run_of_the_same_program_is_rated_harder()
    {
        var runs = new[] { 1, 10, 100, 1000 }.Select(rounds => DifficultyRating.Of(TraceFacts.Of(TraceReplay.Of(TraceBuilder.Of(
            "call 1 main\n" + string.Concat(Enumerable.Range(0, rounds).Select(i => $"line 1 2 i={i}\nline 1 3 s={i * i}\n"))))))).ToArray();

        Assert.Equal(runs.OrderBy(r => r.Score), runs);
        Assert.All(runs, r => Assert.InRange(r.Score, 0, 1));
        Assert.Equal("easy", runs[0].Label);
        Assert.NotEqual("easy", runs[^1].Label);
    }

    [Theory]
    [InlineData("42", true)]
    [InlineData("-1.5e-3", true)]
    [InlineData("'a < b'", true)]
    [InlineData("{'a': [1, None], 'b': (True,)}", true)]
    [InlineData("{ a: 1, b: 'x' }", true)]
    [InlineData("{x = 1, y = 2}", true)]
    [InlineData("[1, 2, …]", false)]
    [InlineData("<object>", false)]
    [InlineData("Account(balance=3)", false)]
    [InlineData("[Function: add]", false)]
    [InlineData("", false)]
    public void Plain_values_are_told_from_the_tracers_own_text(string text, bool plain) =>
        Assert.Equal(plain, Literals.IsPlain(new Abstractions.Tracing.TraceValue("any", text)));
}
