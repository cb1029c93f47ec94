using CodeAlchemy.Grounded.Questions.Kinds;
using Xunit;

namespace CodeAlchemy.Grounded.Tests.Questions;

public sealed class CallWalkTests
{
    [Fact]
    public void Every_line_of_a_call_is_told_with_what_it_changes_and_decides()
    {
        var index = TraceIndex.Of(QuestionPrograms.Totals());
        var walk = CallWalk.Of(index, index.CallsOf("total")[0]);

        Assert.Equal([7, 8, 9, 10, 11, 8, 9, 11, 8, 9, 10, 11, 8, 12], walk.Select(l => l.Line));
        Assert.Equal(["`acc` becomes `0`"], walk[0].Notes);
        Assert.Equal(["`item` becomes `3`", "the loop goes into its body"], walk[1].Notes);
        Assert.Equal(["the condition holds"], walk[2].Notes);
        Assert.Equal(["`acc` goes from `0` to `3`"], walk[3].Notes);
        Assert.Equal(["the condition does not hold"], walk[6].Notes);
        Assert.Equal(["the loop is over"], walk[^2].Notes);
        Assert.Empty(walk[^1].Notes);
    }

    [Fact]
    public void A_call_is_told_with_what_comes_back()
    {
        var index = TraceIndex.Of(QuestionPrograms.Totals());

        Assert.Equal(["it calls `fact` (result `2`)"], CallWalk.Of(index, index.CallsOf("fact")[0])[^1].Notes);
        Assert.Equal(["it calls `total` (result `5`)", "`result` becomes `5`"], CallWalk.Of(index, index.CallsOf("report")[0])[0].Notes);
    }

    [Fact]
    public void The_step_of_a_counting_loop_shows_where_its_line_runs_again()
    {
        const string Text = "int f(void) {\n  int s = 0;\n  for (int i = 0; i < 2; i++)\n    s += i + 1;\n  return s;\n}\nint main(void) {\n  return f();\n}\n";
        const string Script = "call 1 main@7\nline 1 8\ncall 2 f@1\nline 2 2\nline 2 3 s=0\nline 2 4 i=0\nline 2 3 s=1 i=1\nline 2 4\nline 2 3 s=3 i=2\ndel 2 5 i\nret 2 5 =3\nret 1 8 =3\n";
        var index = TraceIndex.Of(QuestionPrograms.Study(Text, Script, ""));
        var walk = CallWalk.Of(index, index.CallsOf("f")[0]);

        Assert.Equal(["`i` becomes `0`", "the loop goes into its body"], walk[1].Notes);
        Assert.Equal(["`s` goes from `0` to `1`"], walk[2].Notes);
        Assert.Equal(["`i` is now `1`", "the loop goes into its body"], walk[3].Notes);
        Assert.Equal(["`i` is now `2`", "the loop is over"], walk[5].Notes);
    }

    [Fact]
    public void A_loop_that_ends_with_its_function_is_told_to_be_over()
    {
        const string Text = "def show(items):\n    for item in items:\n        use(item)\nshow([7])\n";
        const string Script = "call 1 <module>@1\nline 1 4\ncall 2 show@1 items=[7]\nline 2 2\nline 2 3 item=7\nline 2 2\nret 2 2 =None\nret 1 4\n";
        var index = TraceIndex.Of(QuestionPrograms.Study(Text, Script, ""));

        Assert.Equal(["the loop is over"], CallWalk.Of(index, index.CallsOf("show")[0])[^1].Notes);
    }

    [Fact]
    public void Only_calls_of_a_fitting_length_are_candidates()
    {
        var index = TraceIndex.Of(QuestionPrograms.Totals());

        Assert.Equal(["total"], CallWalk.Candidates(index, new SeededRandom("1"), 10, 20).Select(c => c.Function).Distinct());
        Assert.DoesNotContain(CallWalk.Candidates(index, new SeededRandom("1"), 1, 9), c => c.Function == "total");
    }
}
